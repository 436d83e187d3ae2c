CREATE TABLE "form_submission" (
	"id" text PRIMARY KEY NOT NULL,
	"tool_id" text NOT NULL,
	"member_id" text NOT NULL,
	"key" text NOT NULL,
	"revision" integer NOT NULL,
	"sealed" text NOT NULL,
	"consented_at" timestamp (3) with time zone,
	"submitted_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "form_submission_term" (
	"submission_id" text NOT NULL,
	"tool_id" text NOT NULL,
	"term" text NOT NULL,
	CONSTRAINT "form_submission_term_submission_id_term_pk" PRIMARY KEY("submission_id","term")
);
--> statement-breakpoint
ALTER TABLE "form_submission" ADD CONSTRAINT "form_submission_tool_id_tool_id_fk" FOREIGN KEY ("tool_id") REFERENCES "public"."tool"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "form_submission" ADD CONSTRAINT "form_submission_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "form_submission_term" ADD CONSTRAINT "form_submission_term_submission_id_form_submission_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."form_submission"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "form_submission_request" ON "form_submission" USING btree ("member_id","key");--> statement-breakpoint
CREATE INDEX "form_submission_tool" ON "form_submission" USING btree ("tool_id","id");--> statement-breakpoint
CREATE INDEX "form_submission_term_of" ON "form_submission_term" USING btree ("tool_id","term");