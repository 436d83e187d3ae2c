CREATE TRIGGER shipment_list_no_update BEFORE UPDATE ON shipment_list BEGIN SELECT RAISE(ABORT, 'immutable: shipment lists are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER shipment_list_no_delete BEFORE DELETE ON shipment_list BEGIN SELECT RAISE(ABORT, 'immutable: shipment lists are never deleted'); END;
