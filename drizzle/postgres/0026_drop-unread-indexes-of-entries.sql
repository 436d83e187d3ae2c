DROP INDEX "entry_debit";--> statement-breakpoint
DROP INDEX "entry_credit";