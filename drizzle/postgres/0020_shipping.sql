CREATE TABLE "address_reminder" (
	"id" text PRIMARY KEY NOT NULL,
	"grant_id" text NOT NULL,
	"step" integer,
	"day" text NOT NULL,
	"staff_id" text,
	"reminded_at" timestamp (3) with time zone NOT NULL,
	"delivered_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "shipment" (
	"id" text PRIMARY KEY NOT NULL,
	"list_id" text NOT NULL,
	"grant_id" text NOT NULL,
	"state" text NOT NULL,
	"carrier" text,
	"tracking_number" text,
	"redemption_id" text,
	"shipped_at" timestamp (3) with time zone,
	"reason" text,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "shipment_tracked" CHECK (("shipment"."state" in ('shipped', 'returned')) = ("shipment"."tracking_number" is not null))
);
--> statement-breakpoint
CREATE TABLE "shipment_list" (
	"id" text PRIMARY KEY NOT NULL,
	"number" integer NOT NULL,
	"campaign_id" text,
	"reward_id" text,
	"count" integer NOT NULL,
	"csv" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "shipment_list_number_unique" UNIQUE("number"),
	CONSTRAINT "shipment_list_not_empty" CHECK ("shipment_list"."count" > 0)
);
--> statement-breakpoint
ALTER TABLE "campaign" ADD COLUMN "collects_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "delivery_address" ADD COLUMN "shipment_id" text;--> statement-breakpoint
ALTER TABLE "address_reminder" ADD CONSTRAINT "address_reminder_grant_id_reward_grant_id_fk" FOREIGN KEY ("grant_id") REFERENCES "public"."reward_grant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "address_reminder" ADD CONSTRAINT "address_reminder_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shipment" ADD CONSTRAINT "shipment_list_id_shipment_list_id_fk" FOREIGN KEY ("list_id") REFERENCES "public"."shipment_list"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shipment" ADD CONSTRAINT "shipment_grant_id_reward_grant_id_fk" FOREIGN KEY ("grant_id") REFERENCES "public"."reward_grant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shipment" ADD CONSTRAINT "shipment_redemption_id_redemption_id_fk" FOREIGN KEY ("redemption_id") REFERENCES "public"."redemption"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shipment_list" ADD CONSTRAINT "shipment_list_campaign_id_campaign_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaign"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shipment_list" ADD CONSTRAINT "shipment_list_reward_id_reward_id_fk" FOREIGN KEY ("reward_id") REFERENCES "public"."reward"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shipment_list" ADD CONSTRAINT "shipment_list_created_by_staff_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "address_reminder_day" ON "address_reminder" USING btree ("grant_id","day");--> statement-breakpoint
CREATE UNIQUE INDEX "address_reminder_step" ON "address_reminder" USING btree ("grant_id","step");--> statement-breakpoint
CREATE INDEX "shipment_list_of" ON "shipment" USING btree ("list_id");--> statement-breakpoint
CREATE INDEX "shipment_grant" ON "shipment" USING btree ("grant_id");--> statement-breakpoint
CREATE INDEX "shipment_state" ON "shipment" USING btree ("state","id");--> statement-breakpoint
CREATE INDEX "shipment_tracking" ON "shipment" USING btree ("tracking_number");