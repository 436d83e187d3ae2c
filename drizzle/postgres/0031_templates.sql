CREATE TABLE "template" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"content" json NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "template_use" (
	"staff_id" text NOT NULL,
	"key" text NOT NULL,
	"request" text NOT NULL,
	"page_id" text,
	"campaign_id" text,
	"used_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "template_use_staff_id_key_pk" PRIMARY KEY("staff_id","key")
);
--> statement-breakpoint
ALTER TABLE "template" ADD CONSTRAINT "template_created_by_staff_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "template_use" ADD CONSTRAINT "template_use_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "template_kind" ON "template" USING btree ("kind");--> statement-breakpoint
CREATE INDEX "template_created_by" ON "template" USING btree ("created_by");