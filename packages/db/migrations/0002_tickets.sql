CREATE TABLE "ticket_events" (
	"chain_id" numeric(78, 0) NOT NULL,
	"epoch" bigint NOT NULL,
	"ticket" text NOT NULL,
	"account" "address",
	"block_number" numeric(78, 0) NOT NULL,
	"block_hash" "hash32" NOT NULL,
	"log_index" numeric(78, 0) NOT NULL,
	"canonical" boolean DEFAULT true NOT NULL,
	"event" "canonical_text" NOT NULL,
	CONSTRAINT "ticket_events_chain_id_block_hash_log_index_ticket_pk" PRIMARY KEY("chain_id","block_hash","log_index","ticket")
);
--> statement-breakpoint
CREATE TABLE "ticket_scans" (
	"chain_id" numeric(78, 0) NOT NULL,
	"epoch" bigint NOT NULL,
	"scanned_to" numeric(78, 0) NOT NULL,
	CONSTRAINT "ticket_scans_chain_id_pk" PRIMARY KEY("chain_id")
);
--> statement-breakpoint
CREATE TABLE "tickets" (
	"chain_id" numeric(78, 0) NOT NULL,
	"account" "address" NOT NULL,
	"epoch" bigint NOT NULL,
	"ticket" text NOT NULL,
	"state" text NOT NULL,
	"life" "canonical_text" NOT NULL,
	"as_of_block" numeric(78, 0) NOT NULL,
	"first_seen_at" bigint DEFAULT floor(extract(epoch from clock_timestamp()))::bigint NOT NULL,
	CONSTRAINT "tickets_chain_id_account_ticket_pk" PRIMARY KEY("chain_id","account","ticket")
);
--> statement-breakpoint
ALTER TABLE "proposals" DROP CONSTRAINT "proposals_kind";--> statement-breakpoint
CREATE INDEX "ticket_events_by_number" ON "ticket_events" USING btree ("chain_id","block_number");--> statement-breakpoint
CREATE INDEX "ticket_events_by_ticket" ON "ticket_events" USING btree ("chain_id","ticket");--> statement-breakpoint
CREATE INDEX "tickets_by_state" ON "tickets" USING btree ("chain_id","account","state");--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_kind" CHECK ("proposals"."kind" IN ('rebalance', 'emergency-exit', 'claim', 'rejection', 'foreign'));