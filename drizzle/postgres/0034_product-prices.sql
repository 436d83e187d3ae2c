CREATE TABLE "product_price" (
	"product_id" text NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"price_fen" bigint NOT NULL,
	CONSTRAINT "product_price_product_id_since_pk" PRIMARY KEY("product_id","since")
);
--> statement-breakpoint
ALTER TABLE "product_price" ADD CONSTRAINT "product_price_product_id_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."product"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
INSERT INTO "product_price" ("product_id", "since", "price_fen") SELECT "id", "updated_at", "price_fen" FROM "product";
