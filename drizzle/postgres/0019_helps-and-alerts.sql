CREATE TABLE "alert" (
	"id" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"facts" json NOT NULL,
	"raised_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "alert_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "alert_seen" (
	"staff_id" text PRIMARY KEY NOT NULL,
	"alert_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "help" (
	"helper_id" text NOT NULL,
	"helped_id" text NOT NULL,
	"day" text NOT NULL,
	"times" integer NOT NULL,
	CONSTRAINT "help_helper_id_helped_id_day_pk" PRIMARY KEY("helper_id","helped_id","day")
);
--> statement-breakpoint
CREATE TABLE "member_origin" (
	"member_id" text NOT NULL,
	"kind" text NOT NULL,
	"value" text NOT NULL,
	"last_day" text NOT NULL,
	CONSTRAINT "member_origin_member_id_kind_value_pk" PRIMARY KEY("member_id","kind","value")
);
--> statement-breakpoint
ALTER TABLE "alert_seen" ADD CONSTRAINT "alert_seen_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "help_helped" ON "help" USING btree ("helped_id","day");--> statement-breakpoint
CREATE INDEX "help_day" ON "help" USING btree ("day");--> statement-breakpoint
CREATE INDEX "member_origin_day" ON "member_origin" USING btree ("last_day");