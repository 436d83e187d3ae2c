CREATE TABLE "grant_batch" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"campaign_id" text NOT NULL,
	"reward_id" text NOT NULL,
	"reason" text NOT NULL,
	"is_under_limits" boolean NOT NULL,
	"state" text NOT NULL,
	"source" text,
	"rule" json,
	"member_count" integer NOT NULL,
	"content_hash" text,
	"worst_fen" bigint,
	"submitted_by" text,
	"submitted_at" timestamp (3) with time zone,
	"decided_by" text,
	"decided_at" timestamp (3) with time zone,
	"decision_reason" text,
	"stopped_by" text,
	"leased_by" text,
	"leased_until" timestamp (3) with time zone,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "grant_batch_submitted" CHECK ("grant_batch"."state" = 'draft' or ("grant_batch"."content_hash" is not null and "grant_batch"."worst_fen" is not null and "grant_batch"."submitted_by" is not null)),
	CONSTRAINT "grant_batch_second_person" CHECK ("grant_batch"."decided_by" is null or "grant_batch"."decided_by" <> "grant_batch"."submitted_by")
);
--> statement-breakpoint
CREATE TABLE "grant_batch_row" (
	"batch_id" text NOT NULL,
	"position" integer NOT NULL,
	"member_id" text NOT NULL,
	"remark" text NOT NULL,
	"result" text NOT NULL,
	"refusal" text,
	"grant_id" text,
	"settled_at" timestamp (3) with time zone,
	"taking_back" text,
	"taken_back_by" text,
	"taken_back_reason" text,
	"taken_back_refusal" text,
	CONSTRAINT "grant_batch_row_batch_id_position_pk" PRIMARY KEY("batch_id","position"),
	CONSTRAINT "grant_batch_row_granted" CHECK (("grant_batch_row"."result" = 'granted') = ("grant_batch_row"."grant_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "member_tag" (
	"member_id" text NOT NULL,
	"tag" text NOT NULL,
	CONSTRAINT "member_tag_member_id_tag_pk" PRIMARY KEY("member_id","tag")
);
--> statement-breakpoint
ALTER TABLE "member" ADD COLUMN "city" text;--> statement-breakpoint
ALTER TABLE "member" ADD COLUMN "level" text;--> statement-breakpoint
ALTER TABLE "grant_batch" ADD CONSTRAINT "grant_batch_campaign_id_campaign_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaign"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_batch" ADD CONSTRAINT "grant_batch_reward_id_reward_id_fk" FOREIGN KEY ("reward_id") REFERENCES "public"."reward"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_batch" ADD CONSTRAINT "grant_batch_submitted_by_staff_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_batch" ADD CONSTRAINT "grant_batch_decided_by_staff_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_batch" ADD CONSTRAINT "grant_batch_created_by_staff_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_batch_row" ADD CONSTRAINT "grant_batch_row_batch_id_grant_batch_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."grant_batch"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_batch_row" ADD CONSTRAINT "grant_batch_row_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_batch_row" ADD CONSTRAINT "grant_batch_row_grant_id_reward_grant_id_fk" FOREIGN KEY ("grant_id") REFERENCES "public"."reward_grant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_batch_row" ADD CONSTRAINT "grant_batch_row_taken_back_by_staff_id_fk" FOREIGN KEY ("taken_back_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_tag" ADD CONSTRAINT "member_tag_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "grant_batch_running" ON "grant_batch" USING btree ("id") WHERE "grant_batch"."state" = 'running';--> statement-breakpoint
CREATE INDEX "grant_batch_campaign" ON "grant_batch" USING btree ("campaign_id");--> statement-breakpoint
CREATE UNIQUE INDEX "grant_batch_row_member" ON "grant_batch_row" USING btree ("batch_id","member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "grant_batch_row_grant" ON "grant_batch_row" USING btree ("grant_id") WHERE "grant_batch_row"."grant_id" is not null;--> statement-breakpoint
CREATE INDEX "grant_batch_row_result" ON "grant_batch_row" USING btree ("batch_id","result","position");--> statement-breakpoint
CREATE INDEX "grant_batch_row_asked" ON "grant_batch_row" USING btree ("batch_id","position") WHERE "grant_batch_row"."taking_back" = 'asked';--> statement-breakpoint
CREATE INDEX "member_tag_tag" ON "member_tag" USING btree ("tag","member_id");--> statement-breakpoint
CREATE INDEX "member_city" ON "member" USING btree ("city");--> statement-breakpoint
CREATE INDEX "member_level" ON "member" USING btree ("level");