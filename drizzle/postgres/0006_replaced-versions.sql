CREATE TABLE "replaced_version" (
	"version_hash" text NOT NULL,
	"slug" text NOT NULL,
	"replaced_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "replaced_version_version_hash_slug_pk" PRIMARY KEY("version_hash","slug")
);
--> statement-breakpoint
ALTER TABLE "replaced_version" ADD CONSTRAINT "replaced_version_version_hash_page_version_hash_fk" FOREIGN KEY ("version_hash") REFERENCES "public"."page_version"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "replaced_version" ADD CONSTRAINT "replaced_version_slug_publication_slug_fk" FOREIGN KEY ("slug") REFERENCES "public"."publication"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "publication_version" ON "publication" USING btree ("version_hash");