CREATE TRIGGER shipment_list_no_update BEFORE UPDATE ON shipment_list FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER shipment_list_no_delete BEFORE DELETE OR TRUNCATE ON shipment_list FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
