ALTER TABLE "reward" RENAME COLUMN "coupon" TO "terms";--> statement-breakpoint
UPDATE "reward" SET "terms" = ("terms"::jsonb || '{"kind":"coupon"}'::jsonb)::json;
