CREATE TABLE "chance_balance" (
	"tool_id" text NOT NULL,
	"member_id" text NOT NULL,
	"balance" bigint NOT NULL,
	CONSTRAINT "chance_balance_tool_id_member_id_pk" PRIMARY KEY("tool_id","member_id"),
	CONSTRAINT "chance_balance_not_negative" CHECK ("chance_balance"."balance" >= 0)
);
--> statement-breakpoint
CREATE TABLE "chance_entry" (
	"tool_id" text NOT NULL,
	"member_id" text NOT NULL,
	"cause" text NOT NULL,
	"cause_id" text NOT NULL,
	"amount" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "chance_entry_tool_id_member_id_cause_cause_id_pk" PRIMARY KEY("tool_id","member_id","cause","cause_id"),
	CONSTRAINT "chance_entry_moves" CHECK ("chance_entry"."amount" <> 0)
);
--> statement-breakpoint
CREATE TABLE "draw" (
	"member_id" text NOT NULL,
	"key" text NOT NULL,
	"tool_id" text NOT NULL,
	"revision" integer NOT NULL,
	"seed" text NOT NULL,
	"drawn" text NOT NULL,
	"given" text NOT NULL,
	"why" text,
	"draws_before" integer NOT NULL,
	"losses_before" integer NOT NULL,
	"drawn_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "draw_member_id_key_pk" PRIMARY KEY("member_id","key")
);
--> statement-breakpoint
CREATE TABLE "tool_version" (
	"tool_id" text NOT NULL,
	"revision" integer NOT NULL,
	"config" json NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "tool_version_tool_id_revision_pk" PRIMARY KEY("tool_id","revision")
);
--> statement-breakpoint
ALTER TABLE "chance_balance" ADD CONSTRAINT "chance_balance_tool_id_tool_id_fk" FOREIGN KEY ("tool_id") REFERENCES "public"."tool"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chance_balance" ADD CONSTRAINT "chance_balance_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chance_entry" ADD CONSTRAINT "chance_entry_tool_id_tool_id_fk" FOREIGN KEY ("tool_id") REFERENCES "public"."tool"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chance_entry" ADD CONSTRAINT "chance_entry_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tool_version" ADD CONSTRAINT "tool_version_tool_id_tool_id_fk" FOREIGN KEY ("tool_id") REFERENCES "public"."tool"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tool_version" ADD CONSTRAINT "tool_version_created_by_staff_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "draw_tool" ON "draw" USING btree ("tool_id","drawn_at");