CREATE TABLE "rehearsal" (
	"id" text PRIMARY KEY NOT NULL,
	"campaign_id" text NOT NULL,
	"source_hash" text NOT NULL,
	"migration_count" integer NOT NULL,
	"ahead_ms" bigint NOT NULL,
	"points_each" integer NOT NULL,
	"started_by" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"ready_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	"closed_why" text,
	"summary" json,
	CONSTRAINT "rehearsal_closed" CHECK (("rehearsal"."closed_at" is null) = ("rehearsal"."closed_why" is null)),
	CONSTRAINT "rehearsal_window" CHECK ("rehearsal"."ends_at" >= "rehearsal"."started_at")
);
--> statement-breakpoint
ALTER TABLE "rehearsal" ADD CONSTRAINT "rehearsal_campaign_id_campaign_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaign"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rehearsal" ADD CONSTRAINT "rehearsal_started_by_staff_id_fk" FOREIGN KEY ("started_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "rehearsal_open" ON "rehearsal" USING btree ("campaign_id") WHERE "rehearsal"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "rehearsal_campaign" ON "rehearsal" USING btree ("campaign_id","started_at");