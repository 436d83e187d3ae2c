CREATE TABLE "delivery_address" (
	"grant_id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"phone" text NOT NULL,
	"region" text NOT NULL,
	"detail" text NOT NULL,
	"consented_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "voucher_code" (
	"id" text PRIMARY KEY NOT NULL,
	"reward_id" text NOT NULL,
	"code" text NOT NULL,
	"grant_id" text,
	"imported_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "voucher_code_grant_id_unique" UNIQUE("grant_id")
);
--> statement-breakpoint
CREATE TABLE "product" (
	"id" text PRIMARY KEY NOT NULL,
	"sku" text NOT NULL,
	"title" text NOT NULL,
	"image" text NOT NULL,
	"price_fen" bigint NOT NULL,
	"list_price_fen" bigint NOT NULL,
	"stock" integer NOT NULL,
	"link" text NOT NULL,
	"group_name" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "product_sku_unique" UNIQUE("sku")
);
--> statement-breakpoint
CREATE TABLE "hold" (
	"id" text PRIMARY KEY NOT NULL,
	"tool_id" text NOT NULL,
	"key" text NOT NULL,
	"campaign_id" text NOT NULL,
	"reward_id" text NOT NULL,
	"count_left" integer NOT NULL,
	"left_fen" bigint NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "hold_not_negative" CHECK ("hold"."count_left" >= 0 and "hold"."left_fen" >= 0)
);
--> statement-breakpoint
CREATE TABLE "tool_row" (
	"tool_id" text NOT NULL,
	"key" text NOT NULL,
	"value" json NOT NULL,
	"revision" integer NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "tool_row_tool_id_key_pk" PRIMARY KEY("tool_id","key")
);
--> statement-breakpoint
CREATE TABLE "point_lot" (
	"id" text PRIMARY KEY NOT NULL,
	"member_id" text NOT NULL,
	"points" bigint NOT NULL,
	"left_points" bigint NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "point_lot_bounded" CHECK ("point_lot"."left_points" >= 0 and "point_lot"."left_points" <= "point_lot"."points")
);
--> statement-breakpoint
CREATE TABLE "wallet" (
	"member_id" text NOT NULL,
	"unit" text NOT NULL,
	"balance" bigint NOT NULL,
	CONSTRAINT "wallet_member_id_unit_pk" PRIMARY KEY("member_id","unit"),
	CONSTRAINT "wallet_not_negative" CHECK ("wallet"."balance" >= 0)
);
--> statement-breakpoint
CREATE TABLE "wallet_entry" (
	"id" text PRIMARY KEY NOT NULL,
	"member_id" text NOT NULL,
	"unit" text NOT NULL,
	"amount" bigint NOT NULL,
	"cause" text NOT NULL,
	"cause_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "wallet_entry_moves" CHECK ("wallet_entry"."amount" <> 0)
);
--> statement-breakpoint
ALTER TABLE "reward_grant" ALTER COLUMN "expires_at" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "asset" ADD COLUMN "width" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "asset" ADD COLUMN "height" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "asset" ADD COLUMN "bytes" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "asset" ADD COLUMN "avif_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "reward" ADD COLUMN "stock_per_day" integer;--> statement-breakpoint
ALTER TABLE "reward_grant" ADD COLUMN "given" json;--> statement-breakpoint
UPDATE "reward_grant" SET "given" = json_build_object('kind', 'coupon', 'amountFen', "reward"."terms"->'amountFen', 'thresholdFen', "reward"."terms"->'thresholdFen') FROM "reward" WHERE "reward"."id" = "reward_id";--> statement-breakpoint
ALTER TABLE "reward_grant" ALTER COLUMN "given" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_address" ADD CONSTRAINT "delivery_address_grant_id_reward_grant_id_fk" FOREIGN KEY ("grant_id") REFERENCES "public"."reward_grant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "voucher_code" ADD CONSTRAINT "voucher_code_reward_id_reward_id_fk" FOREIGN KEY ("reward_id") REFERENCES "public"."reward"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hold" ADD CONSTRAINT "hold_tool_id_tool_id_fk" FOREIGN KEY ("tool_id") REFERENCES "public"."tool"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hold" ADD CONSTRAINT "hold_campaign_id_campaign_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaign"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hold" ADD CONSTRAINT "hold_reward_id_reward_id_fk" FOREIGN KEY ("reward_id") REFERENCES "public"."reward"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tool_row" ADD CONSTRAINT "tool_row_tool_id_tool_id_fk" FOREIGN KEY ("tool_id") REFERENCES "public"."tool"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "point_lot" ADD CONSTRAINT "point_lot_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wallet" ADD CONSTRAINT "wallet_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wallet_entry" ADD CONSTRAINT "wallet_entry_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "voucher_code_once" ON "voucher_code" USING btree ("reward_id","code");--> statement-breakpoint
CREATE INDEX "voucher_code_free" ON "voucher_code" USING btree ("reward_id","grant_id");--> statement-breakpoint
CREATE INDEX "product_group" ON "product" USING btree ("group_name","sku");--> statement-breakpoint
CREATE INDEX "product_created" ON "product" USING btree ("created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "hold_tool" ON "hold" USING btree ("tool_id","key");--> statement-breakpoint
CREATE INDEX "hold_until" ON "hold" USING btree ("until");--> statement-breakpoint
CREATE INDEX "point_lot_member" ON "point_lot" USING btree ("member_id","expires_at");--> statement-breakpoint
CREATE INDEX "point_lot_expires" ON "point_lot" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "wallet_entry_cause" ON "wallet_entry" USING btree ("cause","cause_id","unit");--> statement-breakpoint
CREATE INDEX "wallet_entry_member" ON "wallet_entry" USING btree ("member_id","created_at");--> statement-breakpoint
CREATE INDEX "grant_tool" ON "reward_grant" USING btree ("tool_id","granted_at");