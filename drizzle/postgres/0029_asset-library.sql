CREATE TABLE "asset_folder" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "asset_folder_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "asset_use" (
	"hash" text NOT NULL,
	"page_id" text NOT NULL,
	"place" text NOT NULL,
	CONSTRAINT "asset_use_hash_page_id_place_pk" PRIMARY KEY("hash","page_id","place")
);
--> statement-breakpoint
CREATE TABLE "asset_use_read" (
	"page_id" text PRIMARY KEY NOT NULL,
	"revision" integer NOT NULL,
	"version_hash" text
);
--> statement-breakpoint
ALTER TABLE "asset" ADD COLUMN "name" text;--> statement-breakpoint
ALTER TABLE "asset" ADD COLUMN "folder_id" text;--> statement-breakpoint
ALTER TABLE "asset" ADD COLUMN "cut_from" text;--> statement-breakpoint
ALTER TABLE "asset" ADD COLUMN "placeholder" text;--> statement-breakpoint
ALTER TABLE "asset" ADD COLUMN "tint" text;--> statement-breakpoint
ALTER TABLE "asset" ADD COLUMN "phone_bytes" integer;--> statement-breakpoint
ALTER TABLE "asset" ADD COLUMN "deleted_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "asset_use" ADD CONSTRAINT "asset_use_page_id_page_id_fk" FOREIGN KEY ("page_id") REFERENCES "public"."page"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_use_read" ADD CONSTRAINT "asset_use_read_page_id_page_id_fk" FOREIGN KEY ("page_id") REFERENCES "public"."page"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "asset_use_page" ON "asset_use" USING btree ("page_id","place");--> statement-breakpoint
ALTER TABLE "asset" ADD CONSTRAINT "asset_folder_id_asset_folder_id_fk" FOREIGN KEY ("folder_id") REFERENCES "public"."asset_folder"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "asset_created" ON "asset" USING btree ("created_at","hash");--> statement-breakpoint
CREATE INDEX "asset_folder_of" ON "asset" USING btree ("folder_id");