CREATE TABLE "decision" (
	"member_id" text NOT NULL,
	"day" text NOT NULL,
	"tool_id" text NOT NULL,
	"action" text NOT NULL,
	"status" text NOT NULL,
	"rule" text NOT NULL,
	"campaign_id" text NOT NULL,
	"times" integer NOT NULL,
	"first_at" timestamp (3) with time zone NOT NULL,
	"last_at" timestamp (3) with time zone NOT NULL,
	"trace" json NOT NULL,
	CONSTRAINT "decision_member_id_day_tool_id_action_status_rule_pk" PRIMARY KEY("member_id","day","tool_id","action","status","rule")
);
--> statement-breakpoint
CREATE TABLE "exclusivity_group" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "exclusivity_member" (
	"group_id" text NOT NULL,
	"subject_id" text NOT NULL,
	"subject_kind" text NOT NULL,
	"campaign_id" text NOT NULL,
	CONSTRAINT "exclusivity_member_group_id_subject_id_pk" PRIMARY KEY("group_id","subject_id")
);
--> statement-breakpoint
CREATE TABLE "participation_limit" (
	"subject_id" text PRIMARY KEY NOT NULL,
	"subject_kind" text NOT NULL,
	"campaign_id" text NOT NULL,
	"per_day" integer,
	"in_all" integer,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "participation_limit_positive" CHECK (("participation_limit"."per_day" is null or "participation_limit"."per_day" > 0) and ("participation_limit"."in_all" is null or "participation_limit"."in_all" > 0))
);
--> statement-breakpoint
CREATE TABLE "risk_list_entry" (
	"list" text NOT NULL,
	"kind" text NOT NULL,
	"value" text NOT NULL,
	"note" text NOT NULL,
	"added_by" text NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "risk_list_entry_list_kind_value_pk" PRIMARY KEY("list","kind","value")
);
--> statement-breakpoint
CREATE TABLE "risk_rule" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"campaign_id" text,
	"terms" json NOT NULL,
	"is_enabled" boolean DEFAULT true NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "exclusivity_group" ADD CONSTRAINT "exclusivity_group_created_by_staff_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exclusivity_member" ADD CONSTRAINT "exclusivity_member_group_id_exclusivity_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."exclusivity_group"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exclusivity_member" ADD CONSTRAINT "exclusivity_member_campaign_id_campaign_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaign"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation_limit" ADD CONSTRAINT "participation_limit_campaign_id_campaign_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaign"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "risk_list_entry" ADD CONSTRAINT "risk_list_entry_added_by_staff_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "risk_rule" ADD CONSTRAINT "risk_rule_campaign_id_campaign_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaign"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "risk_rule" ADD CONSTRAINT "risk_rule_created_by_staff_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "decision_day" ON "decision" USING btree ("day","status");--> statement-breakpoint
CREATE INDEX "exclusivity_member_campaign" ON "exclusivity_member" USING btree ("campaign_id");--> statement-breakpoint
CREATE INDEX "participation_limit_campaign" ON "participation_limit" USING btree ("campaign_id");--> statement-breakpoint
CREATE INDEX "risk_rule_campaign" ON "risk_rule" USING btree ("campaign_id");