CREATE TABLE "order_party" (
	"party" text NOT NULL,
	"hash" text NOT NULL,
	"last_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "order_party_party_hash_pk" PRIMARY KEY("party","hash")
);
--> statement-breakpoint
CREATE TABLE "order_refusal" (
	"member_id" text NOT NULL,
	"order_ref" text NOT NULL,
	"grant_id" text NOT NULL,
	"reason" text NOT NULL,
	"details" json NOT NULL,
	"times" integer NOT NULL,
	"first_at" timestamp (3) with time zone NOT NULL,
	"last_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "order_refusal_member_id_order_ref_grant_id_reason_pk" PRIMARY KEY("member_id","order_ref","grant_id","reason")
);
--> statement-breakpoint
CREATE TABLE "order_request" (
	"member_id" text NOT NULL,
	"key" text NOT NULL,
	"input_hash" text NOT NULL,
	"answer" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "order_request_member_id_key_pk" PRIMARY KEY("member_id","key")
);
--> statement-breakpoint
CREATE TABLE "shop_order" (
	"order_ref" text PRIMARY KEY NOT NULL,
	"member_id" text NOT NULL,
	"state" text NOT NULL,
	"lines" json NOT NULL,
	"coupons" json NOT NULL,
	"pay_fen" bigint NOT NULL,
	"refunded_fen" bigint DEFAULT 0 NOT NULL,
	"returned" json NOT NULL,
	"payer_hash" text,
	"device_hash" text,
	"address_hash" text,
	"locked_until" timestamp (3) with time zone NOT NULL,
	"placed_at" timestamp (3) with time zone NOT NULL,
	"revision" integer NOT NULL,
	CONSTRAINT "shop_order_refund" CHECK ("shop_order"."refunded_fen" between 0 and "shop_order"."pay_fen")
);
--> statement-breakpoint
CREATE TABLE "split_window" (
	"party" text PRIMARY KEY NOT NULL,
	"minutes" integer NOT NULL,
	"set_by" text NOT NULL,
	"set_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "split_window_positive" CHECK ("split_window"."minutes" > 0)
);
--> statement-breakpoint
ALTER TABLE "shop_order" ADD CONSTRAINT "shop_order_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "split_window" ADD CONSTRAINT "split_window_set_by_staff_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "order_refusal_last" ON "order_refusal" USING btree ("last_at");--> statement-breakpoint
CREATE INDEX "shop_order_member" ON "shop_order" USING btree ("member_id","placed_at");--> statement-breakpoint
CREATE INDEX "shop_order_payer" ON "shop_order" USING btree ("payer_hash","placed_at") WHERE "shop_order"."payer_hash" is not null;--> statement-breakpoint
CREATE INDEX "shop_order_device" ON "shop_order" USING btree ("device_hash","placed_at") WHERE "shop_order"."device_hash" is not null;--> statement-breakpoint
CREATE INDEX "shop_order_address" ON "shop_order" USING btree ("address_hash","placed_at") WHERE "shop_order"."address_hash" is not null;