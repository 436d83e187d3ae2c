INSERT INTO account (id, kind, owner_id, balance_fen, created_at)
SELECT 'acc_committed_' || owner_id, 'committed', owner_id, 0, created_at FROM account WHERE kind = 'allocated';
--> statement-breakpoint
INSERT INTO account (id, kind, owner_id, balance_fen, created_at)
SELECT 'acc_settled_' || owner_id, 'settled', owner_id, 0, created_at FROM account WHERE kind = 'allocated';
--> statement-breakpoint
INSERT INTO account (id, kind, owner_id, balance_fen, created_at)
SELECT 'acc_contingency_' || owner_id, 'contingency', owner_id, 0, created_at FROM account WHERE kind = 'source';
--> statement-breakpoint
INSERT INTO account (id, kind, owner_id, balance_fen, created_at)
SELECT 'acc_overdraft_' || owner_id, 'overdraft', owner_id, 0, created_at FROM account WHERE kind = 'source';
--> statement-breakpoint
-- What is the member's at once (cash, points, a partner's code) is spent the moment it is granted.
INSERT INTO entry (id, debit_account_id, credit_account_id, amount_fen, merchant_fen, cause, cause_id, created_at)
SELECT 'ent_redeemed_' || g.id, r.id, c.id, g.reserved_fen, 0, 'redemption', g.id, g.granted_at
FROM reward_grant g
JOIN reward w ON w.id = g.reward_id
JOIN account r ON r.owner_id = g.campaign_id AND r.kind = 'reserved'
JOIN account c ON c.owner_id = g.campaign_id AND c.kind = 'committed'
WHERE w.kind IN ('cash', 'points', 'partner_voucher') AND g.reserved_fen > 0;
--> statement-breakpoint
UPDATE account SET balance_fen = balance_fen - coalesce(
  (SELECT sum(e.amount_fen) FROM entry e WHERE e.debit_account_id = account.id AND e.cause = 'redemption'), 0
) WHERE kind = 'reserved';
--> statement-breakpoint
UPDATE account SET balance_fen = coalesce(
  (SELECT sum(e.amount_fen) FROM entry e WHERE e.credit_account_id = account.id), 0
) WHERE kind = 'committed';
--> statement-breakpoint
UPDATE reward_grant SET state = 'redeemed', redeemed_fen = reserved_fen
WHERE reward_id IN (SELECT id FROM reward WHERE kind IN ('cash', 'points', 'partner_voucher'));
--> statement-breakpoint
CREATE TRIGGER entry_no_update BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'immutable: ledger entries are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER entry_no_delete BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'immutable: ledger entries are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER reversal_no_update BEFORE UPDATE ON reversal BEGIN SELECT RAISE(ABORT, 'immutable: reversals are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER reversal_no_delete BEFORE DELETE ON reversal BEGIN SELECT RAISE(ABORT, 'immutable: reversals are never deleted'); END;
