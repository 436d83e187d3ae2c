CREATE TABLE "points_rule" (
	"id" text PRIMARY KEY NOT NULL,
	"is_on" boolean NOT NULL,
	"campaign_id" text NOT NULL,
	"reward_id" text NOT NULL,
	"step_points" integer NOT NULL,
	"step_fen" integer NOT NULL,
	"most_ppm" integer NOT NULL,
	"set_by" text NOT NULL,
	"set_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "points_rule_steps" CHECK ("points_rule"."step_points" > 0 and "points_rule"."step_fen" > 0),
	CONSTRAINT "points_rule_part" CHECK ("points_rule"."most_ppm" between 1 and 1000000)
);
--> statement-breakpoint
CREATE TABLE "points_use" (
	"grant_id" text PRIMARY KEY NOT NULL,
	"member_id" text NOT NULL,
	"order_ref" text NOT NULL,
	"points" bigint NOT NULL,
	"lots" json NOT NULL,
	"given_back" bigint DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "points_use_bounded" CHECK ("points_use"."points" > 0 and "points_use"."given_back" between 0 and "points_use"."points")
);
--> statement-breakpoint
ALTER TABLE "points_rule" ADD CONSTRAINT "points_rule_campaign_id_campaign_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaign"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "points_rule" ADD CONSTRAINT "points_rule_reward_id_reward_id_fk" FOREIGN KEY ("reward_id") REFERENCES "public"."reward"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "points_rule" ADD CONSTRAINT "points_rule_set_by_staff_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "points_use" ADD CONSTRAINT "points_use_grant_id_reward_grant_id_fk" FOREIGN KEY ("grant_id") REFERENCES "public"."reward_grant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "points_use" ADD CONSTRAINT "points_use_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "points_use_member" ON "points_use" USING btree ("member_id");