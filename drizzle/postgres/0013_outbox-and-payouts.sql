CREATE TABLE "outbox" (
	"id" text PRIMARY KEY NOT NULL,
	"topic" text NOT NULL,
	"payload" json NOT NULL,
	"idempotency" text NOT NULL,
	"state" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"leased_by" text,
	"last_error" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "outbox_idempotency_unique" UNIQUE("idempotency"),
	CONSTRAINT "outbox_ended" CHECK (("outbox"."state" = 'waiting') = ("outbox"."ended_at" is null))
);
--> statement-breakpoint
CREATE TABLE "payout" (
	"id" text PRIMARY KEY NOT NULL,
	"member_id" text NOT NULL,
	"amount_fen" bigint NOT NULL,
	"state" text NOT NULL,
	"attempt" integer DEFAULT 1 NOT NULL,
	"account" text,
	"reason" text,
	"handed_at" timestamp (3) with time zone,
	"batch_id" text,
	"day" text NOT NULL,
	"idempotency" text NOT NULL,
	"input_hash" text NOT NULL,
	"requested_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "payout_idempotency_unique" UNIQUE("idempotency"),
	CONSTRAINT "payout_positive" CHECK ("payout"."amount_fen" > 0),
	CONSTRAINT "payout_handed" CHECK ("payout"."state" not in ('paying', 'paid') or "payout"."handed_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "payout_batch" (
	"id" text PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"total_fen" bigint NOT NULL,
	"csv" text NOT NULL,
	"manifest" text NOT NULL,
	"signature" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"downloaded_at" timestamp (3) with time zone,
	CONSTRAINT "payout_batch_not_empty" CHECK ("payout_batch"."count" > 0 and "payout_batch"."total_fen" > 0)
);
--> statement-breakpoint
ALTER TABLE "payout" ADD CONSTRAINT "payout_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payout" ADD CONSTRAINT "payout_batch_id_payout_batch_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."payout_batch"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payout_batch" ADD CONSTRAINT "payout_batch_created_by_staff_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "outbox_due" ON "outbox" USING btree ("due_at") WHERE "outbox"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "outbox_dead" ON "outbox" USING btree ("id") WHERE "outbox"."state" = 'dead';--> statement-breakpoint
CREATE INDEX "outbox_done" ON "outbox" USING btree ("ended_at") WHERE "outbox"."state" = 'done';--> statement-breakpoint
CREATE INDEX "payout_member" ON "payout" USING btree ("member_id","day");--> statement-breakpoint
CREATE INDEX "payout_state" ON "payout" USING btree ("state","id");--> statement-breakpoint
CREATE INDEX "payout_batch_of" ON "payout" USING btree ("batch_id");