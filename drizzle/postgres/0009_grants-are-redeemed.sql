CREATE TABLE "redemption" (
	"id" text PRIMARY KEY NOT NULL,
	"grant_id" text NOT NULL,
	"campaign_id" text NOT NULL,
	"order_ref" text NOT NULL,
	"cost_fen" bigint NOT NULL,
	"reversed_fen" bigint DEFAULT 0 NOT NULL,
	"lines" json NOT NULL,
	"payer_hash" text,
	"device_hash" text,
	"address_hash" text,
	"idempotency" text NOT NULL,
	"redeemed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "redemption_idempotency_unique" UNIQUE("idempotency"),
	CONSTRAINT "redemption_bounded" CHECK ("redemption"."reversed_fen" between 0 and "redemption"."cost_fen")
);
--> statement-breakpoint
CREATE TABLE "reversal" (
	"id" text PRIMARY KEY NOT NULL,
	"grant_id" text NOT NULL,
	"redemption_id" text,
	"amount_fen" bigint NOT NULL,
	"reason" text NOT NULL,
	"idempotency" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "reversal_idempotency_unique" UNIQUE("idempotency"),
	CONSTRAINT "reversal_positive" CHECK ("reversal"."amount_fen" >= 0)
);
--> statement-breakpoint
ALTER TABLE "account" DROP CONSTRAINT "account_not_negative";--> statement-breakpoint
ALTER TABLE "entry" ADD COLUMN "merchant_fen" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "entry" ADD COLUMN "reverses" text;--> statement-breakpoint
ALTER TABLE "reward" ADD COLUMN "bearer" json DEFAULT '{"kind":"platform"}'::json NOT NULL;--> statement-breakpoint
ALTER TABLE "reward" ADD COLUMN "tax_class" text DEFAULT 'exempt' NOT NULL;--> statement-breakpoint
ALTER TABLE "reward_grant" ADD COLUMN "redeemed_fen" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "reward_grant" ADD COLUMN "locked_by" text;--> statement-breakpoint
ALTER TABLE "reward_grant" ADD COLUMN "locked_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "redemption" ADD CONSTRAINT "redemption_grant_id_reward_grant_id_fk" FOREIGN KEY ("grant_id") REFERENCES "public"."reward_grant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redemption" ADD CONSTRAINT "redemption_campaign_id_campaign_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaign"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reversal" ADD CONSTRAINT "reversal_grant_id_reward_grant_id_fk" FOREIGN KEY ("grant_id") REFERENCES "public"."reward_grant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reversal" ADD CONSTRAINT "reversal_redemption_id_redemption_id_fk" FOREIGN KEY ("redemption_id") REFERENCES "public"."redemption"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "redemption_grant" ON "redemption" USING btree ("grant_id");--> statement-breakpoint
CREATE INDEX "redemption_order" ON "redemption" USING btree ("order_ref");--> statement-breakpoint
CREATE INDEX "redemption_campaign" ON "redemption" USING btree ("campaign_id","redeemed_at");--> statement-breakpoint
CREATE INDEX "reversal_grant" ON "reversal" USING btree ("grant_id");--> statement-breakpoint
CREATE INDEX "reversal_redemption" ON "reversal" USING btree ("redemption_id");--> statement-breakpoint
CREATE INDEX "entry_reverses" ON "entry" USING btree ("reverses") WHERE "entry"."reverses" is not null;--> statement-breakpoint
CREATE INDEX "grant_lapsing" ON "reward_grant" USING btree ("expires_at") WHERE "reward_grant"."state" = 'granted';--> statement-breakpoint
CREATE INDEX "grant_locked" ON "reward_grant" USING btree ("locked_until") WHERE "reward_grant"."state" = 'locked';--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_not_negative" CHECK ("account"."kind" in ('source', 'overdraft') or "account"."balance_fen" >= 0);--> statement-breakpoint
ALTER TABLE "entry" ADD CONSTRAINT "entry_bearer" CHECK ("entry"."merchant_fen" between 0 and "entry"."amount_fen");--> statement-breakpoint
ALTER TABLE "reward_grant" ADD CONSTRAINT "grant_cost" CHECK ("reward_grant"."reserved_fen" >= 0 and "reward_grant"."redeemed_fen" >= 0);--> statement-breakpoint
ALTER TABLE "reward_grant" ADD CONSTRAINT "grant_lock" CHECK (("reward_grant"."state" = 'locked') = ("reward_grant"."locked_by" is not null));