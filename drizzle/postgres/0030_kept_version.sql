CREATE TABLE "kept_version" (
	"id" text PRIMARY KEY NOT NULL,
	"page_id" text NOT NULL,
	"revision" integer NOT NULL,
	"definition" json NOT NULL,
	"name" text,
	"reason" text NOT NULL,
	"changes" json NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "page_presence" (
	"page_id" text NOT NULL,
	"staff_id" text NOT NULL,
	"tab_id" text NOT NULL,
	"selected_id" text,
	"seen_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "page_presence_page_id_staff_id_tab_id_pk" PRIMARY KEY("page_id","staff_id","tab_id")
);
--> statement-breakpoint
ALTER TABLE "kept_version" ADD CONSTRAINT "kept_version_page_id_page_id_fk" FOREIGN KEY ("page_id") REFERENCES "public"."page"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kept_version" ADD CONSTRAINT "kept_version_created_by_staff_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "page_presence" ADD CONSTRAINT "page_presence_page_id_page_id_fk" FOREIGN KEY ("page_id") REFERENCES "public"."page"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "page_presence" ADD CONSTRAINT "page_presence_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "kept_version_revision" ON "kept_version" USING btree ("page_id","revision");