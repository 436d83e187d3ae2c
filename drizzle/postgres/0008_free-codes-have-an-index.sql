ALTER TABLE "voucher_code" DROP CONSTRAINT "voucher_code_grant_id_unique";--> statement-breakpoint
DROP INDEX "voucher_code_free";--> statement-breakpoint
CREATE UNIQUE INDEX "voucher_code_grant" ON "voucher_code" USING btree ("grant_id") WHERE "voucher_code"."grant_id" is not null;--> statement-breakpoint
CREATE INDEX "voucher_code_free" ON "voucher_code" USING btree ("reward_id","id") WHERE "voucher_code"."grant_id" is null;