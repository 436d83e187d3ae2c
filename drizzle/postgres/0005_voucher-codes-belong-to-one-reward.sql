DROP INDEX "voucher_code_once";--> statement-breakpoint
CREATE UNIQUE INDEX "voucher_code_once" ON "voucher_code" USING btree ("code");