CREATE TABLE "reconciliation" (
	"id" text PRIMARY KEY NOT NULL,
	"day" text NOT NULL,
	"ran_at" timestamp (3) with time zone NOT NULL,
	"duration_ms" integer,
	"checked" json,
	"difference_count" integer,
	"differences" json,
	CONSTRAINT "reconciliation_day_unique" UNIQUE("day")
);
