CREATE TABLE "tax_identity" (
	"member_id" text PRIMARY KEY NOT NULL,
	"sealed" text NOT NULL,
	"consented_at" timestamp (3) with time zone NOT NULL,
	"declared_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "tax_identity" ADD CONSTRAINT "tax_identity_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;