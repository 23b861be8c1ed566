CREATE SCHEMA "admin";
--> statement-breakpoint
CREATE TABLE "accounts" (
	"chain_id" numeric(78, 0) NOT NULL,
	"address" "address" NOT NULL,
	"treasury_id" text NOT NULL,
	"name" text NOT NULL,
	"rail" text NOT NULL,
	"created_at" bigint DEFAULT floor(extract(epoch from clock_timestamp()))::bigint NOT NULL,
	CONSTRAINT "accounts_chain_id_address_pk" PRIMARY KEY("chain_id","address"),
	CONSTRAINT "accounts_rail" CHECK ("accounts"."rail" IN ('safe'))
);
--> statement-breakpoint
CREATE TABLE "admin"."address_book" (
	"chain_id" numeric(78, 0) NOT NULL,
	"address" "address" NOT NULL,
	"name" text NOT NULL,
	"author" "address" NOT NULL,
	"created_at" bigint DEFAULT floor(extract(epoch from clock_timestamp()))::bigint NOT NULL,
	CONSTRAINT "address_book_chain_id_address_pk" PRIMARY KEY("chain_id","address")
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL,
	"role" text NOT NULL,
	"actor" text NOT NULL,
	"kind" text NOT NULL,
	"payload" "canonical_text" NOT NULL,
	"previous" "hash32" NOT NULL,
	"hash" "hash32" NOT NULL,
	CONSTRAINT "audit_actor" CHECK ("audit"."actor" ~ '^[A-Za-z0-9 :._@/-]{1,200}$'),
	CONSTRAINT "audit_kind" CHECK ("audit"."kind" ~ '^[a-z][a-z0-9.-]{0,99}$')
);
--> statement-breakpoint
CREATE TABLE "audit_head" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"seq" bigint NOT NULL,
	"hash" "hash32" NOT NULL,
	CONSTRAINT "audit_head_only_one" CHECK ("audit_head"."only")
);
--> statement-breakpoint
CREATE TABLE "blocks" (
	"chain_id" numeric(78, 0) NOT NULL,
	"epoch" bigint NOT NULL,
	"hash" "hash32" PRIMARY KEY NOT NULL,
	"number" numeric(78, 0) NOT NULL,
	"parent_hash" "hash32" NOT NULL,
	"timestamp" bigint NOT NULL,
	"canonical" boolean DEFAULT true NOT NULL,
	"final" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "chain_identity" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"chain_id" numeric(78, 0) NOT NULL,
	"genesis_hash" "hash32" NOT NULL,
	"block1_hash" "hash32" NOT NULL,
	"claimed_at" bigint DEFAULT floor(extract(epoch from clock_timestamp()))::bigint NOT NULL,
	CONSTRAINT "chain_identity_only_one" CHECK ("chain_identity"."only")
);
--> statement-breakpoint
CREATE TABLE "documents" (
	"id" "hash32" PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"text" "canonical_text" NOT NULL,
	"created_at" bigint DEFAULT floor(extract(epoch from clock_timestamp()))::bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "incident_events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "incident_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"incident_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"actor" text NOT NULL,
	"detail" text DEFAULT '' NOT NULL,
	"at" bigint DEFAULT floor(extract(epoch from clock_timestamp()))::bigint NOT NULL,
	CONSTRAINT "incident_events_kind" CHECK ("incident_events"."kind" IN ('opened', 'changed', 'resolved', 'acknowledged', 'noted'))
);
--> statement-breakpoint
CREATE TABLE "incidents" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "incidents_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"chain_id" numeric(78, 0) NOT NULL,
	"account" "address",
	"rule" text NOT NULL,
	"subject" text NOT NULL,
	"level" text NOT NULL,
	"summary" text NOT NULL,
	"detail" jsonb,
	"opened_by_tick" bigint,
	"opened_at" bigint DEFAULT floor(extract(epoch from clock_timestamp()))::bigint NOT NULL,
	"last_seen_at" bigint DEFAULT floor(extract(epoch from clock_timestamp()))::bigint NOT NULL,
	"resolved_at" bigint,
	CONSTRAINT "incidents_level" CHECK ("incidents"."level" IN ('ok', 'notice', 'warning', 'critical', 'unknown'))
);
--> statement-breakpoint
CREATE TABLE "keeper_status" (
	"instance" text PRIMARY KEY NOT NULL,
	"chain_id" numeric(78, 0) NOT NULL,
	"version" text NOT NULL,
	"mode" text NOT NULL,
	"started_at" bigint NOT NULL,
	"last_seen_at" bigint DEFAULT floor(extract(epoch from clock_timestamp()))::bigint NOT NULL,
	"last_tick_id" bigint,
	"last_tick_at" bigint,
	"head_number" numeric(78, 0),
	"head_hash" "hash32",
	"head_timestamp" bigint,
	"heads_agreeing" integer NOT NULL,
	"heads_total" integer NOT NULL,
	"rss_bytes" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "leases" (
	"name" text PRIMARY KEY NOT NULL,
	"holder" text,
	"epoch" bigint NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "leases_name_epoch" UNIQUE("name","epoch")
);
--> statement-breakpoint
CREATE TABLE "nonce_reservations" (
	"chain_id" numeric(78, 0) NOT NULL,
	"account" "address" NOT NULL,
	"epoch" bigint NOT NULL,
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "nonce_reservations_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"tick_id" bigint NOT NULL,
	"nonce" numeric(78, 0) NOT NULL,
	"competes" boolean DEFAULT false NOT NULL,
	"safe_tx_hash" "hash32",
	"reserved_at" bigint DEFAULT floor(extract(epoch from clock_timestamp()))::bigint NOT NULL,
	"released_at" bigint
);
--> statement-breakpoint
CREATE TABLE "admin"."notes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "admin"."notes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"subject" text NOT NULL,
	"author" "address" NOT NULL,
	"text" text NOT NULL,
	"created_at" bigint DEFAULT floor(extract(epoch from clock_timestamp()))::bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "policies" (
	"id" "hash32" PRIMARY KEY NOT NULL,
	"chain_id" numeric(78, 0) NOT NULL,
	"account" "address" NOT NULL,
	"version" numeric(78, 0) NOT NULL,
	"previous_hash" "hash32" NOT NULL,
	"document" "canonical_text" NOT NULL,
	"author" "address" NOT NULL,
	"created_at" bigint DEFAULT floor(extract(epoch from clock_timestamp()))::bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "policy_approvals" (
	"policy_id" "hash32" NOT NULL,
	"owner" "address" NOT NULL,
	"not_before" bigint NOT NULL,
	"signature" "hex" NOT NULL,
	"added_at" bigint DEFAULT floor(extract(epoch from clock_timestamp()))::bigint NOT NULL,
	CONSTRAINT "policy_approvals_policy_id_owner_signature_pk" PRIMARY KEY("policy_id","owner","signature")
);
--> statement-breakpoint
CREATE TABLE "proposal_events" (
	"chain_id" numeric(78, 0) NOT NULL,
	"account" "address" NOT NULL,
	"epoch" bigint NOT NULL,
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "proposal_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"safe_tx_hash" "hash32" NOT NULL,
	"from_state" text,
	"to_state" text NOT NULL,
	"cause" text NOT NULL,
	"detail" jsonb,
	"at" bigint DEFAULT floor(extract(epoch from clock_timestamp()))::bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "proposals" (
	"chain_id" numeric(78, 0) NOT NULL,
	"account" "address" NOT NULL,
	"epoch" bigint NOT NULL,
	"safe_tx_hash" "hash32" PRIMARY KEY NOT NULL,
	"nonce" numeric(78, 0) NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"tick_id" bigint,
	"plan_id" "hash32",
	"decision_id" "hash32",
	"bundle_id" "hash32",
	"bundle_signer" "address",
	"bundle_signature" "hex",
	"to" "address" NOT NULL,
	"value" numeric(78, 0) NOT NULL,
	"data" "hex" NOT NULL,
	"operation" numeric(78, 0) NOT NULL,
	"safe_tx_gas" numeric(78, 0) NOT NULL,
	"base_gas" numeric(78, 0) NOT NULL,
	"gas_price" numeric(78, 0) NOT NULL,
	"gas_token" "address" NOT NULL,
	"refund_receiver" "address" NOT NULL,
	"deadline" bigint,
	"proposed_at" bigint NOT NULL,
	"posted_at" bigint,
	"executed_tx_hash" "hash32",
	"executed_block" numeric(78, 0),
	"executed_block_hash" "hash32",
	"executed_at" bigint,
	"created_at" bigint DEFAULT floor(extract(epoch from clock_timestamp()))::bigint NOT NULL,
	CONSTRAINT "proposals_kind" CHECK ("proposals"."kind" IN ('rebalance', 'emergency-exit', 'rejection', 'foreign')),
	CONSTRAINT "proposals_state" CHECK ("proposals"."state" IN ('draft', 'posted', 'partly-signed', 'ready', 'expired', 'executed', 'reverted', 'replaced', 'rejected', 'deleted'))
);
--> statement-breakpoint
CREATE TABLE "requests" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "requests_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"chain_id" numeric(78, 0),
	"account" "address",
	"payload" jsonb NOT NULL,
	"requested_by" text NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"result" jsonb,
	"error" text,
	"claimed_by" text,
	"claim_expires_at" timestamp with time zone,
	"created_at" bigint DEFAULT floor(extract(epoch from clock_timestamp()))::bigint NOT NULL,
	"started_at" bigint,
	"finished_at" bigint,
	CONSTRAINT "requests_state" CHECK ("requests"."state" IN ('queued', 'running', 'done', 'failed')),
	CONSTRAINT "requests_error" CHECK (("requests"."state" = 'failed') = ("requests"."error" IS NOT NULL))
);
--> statement-breakpoint
CREATE TABLE "samples" (
	"chain_id" numeric(78, 0) NOT NULL,
	"epoch" bigint NOT NULL,
	"series" text NOT NULL,
	"block_hash" "hash32" NOT NULL,
	"block_number" numeric(78, 0) NOT NULL,
	"timestamp" bigint NOT NULL,
	"value" numeric(78, 0) NOT NULL,
	CONSTRAINT "samples_chain_id_series_block_hash_pk" PRIMARY KEY("chain_id","series","block_hash")
);
--> statement-breakpoint
CREATE TABLE "signatures" (
	"safe_tx_hash" "hash32" NOT NULL,
	"owner" "address" NOT NULL,
	"signature" "hex" NOT NULL,
	"source" text NOT NULL,
	"added_at" bigint DEFAULT floor(extract(epoch from clock_timestamp()))::bigint NOT NULL,
	CONSTRAINT "signatures_safe_tx_hash_owner_signature_pk" PRIMARY KEY("safe_tx_hash","owner","signature"),
	CONSTRAINT "signatures_source" CHECK ("signatures"."source" IN ('admin', 'import', 'service', 'chain'))
);
--> statement-breakpoint
CREATE TABLE "admin"."sign_in_nonces" (
	"nonce" text PRIMARY KEY NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "admin"."silences" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "admin"."silences_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"rule" text NOT NULL,
	"subject" text NOT NULL,
	"author" "address" NOT NULL,
	"reason" text NOT NULL,
	"created_at" bigint DEFAULT floor(extract(epoch from clock_timestamp()))::bigint NOT NULL,
	"expires_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sweeps" (
	"chain_id" numeric(78, 0) NOT NULL,
	"epoch" bigint NOT NULL,
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "sweeps_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"block_hash" "hash32" NOT NULL,
	"block_number" numeric(78, 0) NOT NULL,
	"trigger" text NOT NULL,
	"heads" jsonb NOT NULL,
	"request_counts" jsonb,
	"readings_id" "hash32",
	"started_at" bigint DEFAULT floor(extract(epoch from clock_timestamp()))::bigint NOT NULL,
	"finished_at" bigint,
	CONSTRAINT "sweeps_trigger" CHECK ("sweeps"."trigger" IN ('head', 'timer', 'event', 'request'))
);
--> statement-breakpoint
CREATE TABLE "ticks" (
	"chain_id" numeric(78, 0) NOT NULL,
	"account" "address" NOT NULL,
	"epoch" bigint NOT NULL,
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "ticks_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"sweep_id" bigint NOT NULL,
	"block_hash" "hash32" NOT NULL,
	"block_number" numeric(78, 0) NOT NULL,
	"step" smallint DEFAULT 0 NOT NULL,
	"inputs" jsonb,
	"snapshot_id" "hash32",
	"history_id" "hash32",
	"policy_id" "hash32",
	"open_work_id" "hash32",
	"allocation_id" "hash32",
	"decision_id" "hash32",
	"plan_id" "hash32",
	"simulation_id" "hash32",
	"bundle_id" "hash32",
	"safe_tx_hash" "hash32",
	"outcome" text,
	"reason" text,
	"detail" text,
	"started_at" bigint DEFAULT floor(extract(epoch from clock_timestamp()))::bigint NOT NULL,
	"finished_at" bigint,
	CONSTRAINT "ticks_one_per_sweep" UNIQUE("sweep_id","account"),
	CONSTRAINT "ticks_step" CHECK ("ticks"."step" BETWEEN 0 AND 7),
	CONSTRAINT "ticks_outcome" CHECK ("ticks"."outcome" IN ('held', 'refused', 'proposed', 'failed')),
	CONSTRAINT "ticks_finished" CHECK (("ticks"."outcome" IS NULL) = ("ticks"."finished_at" IS NULL))
);
--> statement-breakpoint
CREATE TABLE "treasuries" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"created_at" bigint DEFAULT floor(extract(epoch from clock_timestamp()))::bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "admin"."users" (
	"address" "address" PRIMARY KEY NOT NULL,
	"role" text NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"created_at" bigint DEFAULT floor(extract(epoch from clock_timestamp()))::bigint NOT NULL,
	"last_sign_in_at" bigint,
	CONSTRAINT "users_role" CHECK ("admin"."users"."role" IN ('viewer', 'operator', 'policy-author'))
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_treasury_id_treasuries_id_fk" FOREIGN KEY ("treasury_id") REFERENCES "public"."treasuries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident_events" ADD CONSTRAINT "incident_events_incident_id_incidents_id_fk" FOREIGN KEY ("incident_id") REFERENCES "public"."incidents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incidents" ADD CONSTRAINT "incidents_opened_by_tick_ticks_id_fk" FOREIGN KEY ("opened_by_tick") REFERENCES "public"."ticks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nonce_reservations" ADD CONSTRAINT "nonce_reservations_tick_id_ticks_id_fk" FOREIGN KEY ("tick_id") REFERENCES "public"."ticks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policy_approvals" ADD CONSTRAINT "policy_approvals_policy_id_policies_id_fk" FOREIGN KEY ("policy_id") REFERENCES "public"."policies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_events" ADD CONSTRAINT "proposal_events_safe_tx_hash_proposals_safe_tx_hash_fk" FOREIGN KEY ("safe_tx_hash") REFERENCES "public"."proposals"("safe_tx_hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_tick_id_ticks_id_fk" FOREIGN KEY ("tick_id") REFERENCES "public"."ticks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "samples" ADD CONSTRAINT "samples_block_hash_blocks_hash_fk" FOREIGN KEY ("block_hash") REFERENCES "public"."blocks"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_safe_tx_hash_proposals_safe_tx_hash_fk" FOREIGN KEY ("safe_tx_hash") REFERENCES "public"."proposals"("safe_tx_hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sweeps" ADD CONSTRAINT "sweeps_block_hash_blocks_hash_fk" FOREIGN KEY ("block_hash") REFERENCES "public"."blocks"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticks" ADD CONSTRAINT "ticks_sweep_id_sweeps_id_fk" FOREIGN KEY ("sweep_id") REFERENCES "public"."sweeps"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticks" ADD CONSTRAINT "ticks_block_hash_blocks_hash_fk" FOREIGN KEY ("block_hash") REFERENCES "public"."blocks"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "blocks_one_canonical" ON "blocks" USING btree ("chain_id","number") WHERE "blocks"."canonical";--> statement-breakpoint
CREATE INDEX "blocks_by_number" ON "blocks" USING btree ("chain_id","number");--> statement-breakpoint
CREATE INDEX "incident_events_by_incident" ON "incident_events" USING btree ("incident_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "incidents_one_open" ON "incidents" USING btree ("chain_id",coalesce("account"::text, ''),"rule","subject") WHERE "incidents"."resolved_at" IS NULL;--> statement-breakpoint
CREATE INDEX "incidents_by_account" ON "incidents" USING btree ("chain_id","account","id");--> statement-breakpoint
CREATE UNIQUE INDEX "nonce_reservations_by_tick" ON "nonce_reservations" USING btree ("tick_id") WHERE "nonce_reservations"."released_at" IS NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "nonce_reservations_one_lane" ON "nonce_reservations" USING btree ("chain_id","account","nonce") WHERE "nonce_reservations"."released_at" IS NULL AND NOT "nonce_reservations"."competes";--> statement-breakpoint
CREATE INDEX "notes_by_subject" ON "admin"."notes" USING btree ("subject","id");--> statement-breakpoint
CREATE INDEX "policies_by_account" ON "policies" USING btree ("chain_id","account","version");--> statement-breakpoint
CREATE INDEX "proposal_events_by_proposal" ON "proposal_events" USING btree ("safe_tx_hash","id");--> statement-breakpoint
CREATE INDEX "proposals_by_nonce" ON "proposals" USING btree ("chain_id","account","nonce");--> statement-breakpoint
CREATE INDEX "proposals_by_tick" ON "proposals" USING btree ("tick_id");--> statement-breakpoint
CREATE INDEX "requests_waiting" ON "requests" USING btree ("kind","id") WHERE "requests"."state" IN ('queued', 'running');--> statement-breakpoint
CREATE INDEX "samples_by_number" ON "samples" USING btree ("chain_id","series","block_number");--> statement-breakpoint
CREATE INDEX "samples_by_block" ON "samples" USING btree ("block_hash");--> statement-breakpoint
CREATE INDEX "sweeps_by_block" ON "sweeps" USING btree ("block_hash");--> statement-breakpoint
CREATE INDEX "ticks_by_account" ON "ticks" USING btree ("chain_id","account","id");--> statement-breakpoint
CREATE INDEX "ticks_unfinished" ON "ticks" USING btree ("chain_id","account") WHERE "ticks"."outcome" IS NULL;--> statement-breakpoint
CREATE INDEX "ticks_by_block" ON "ticks" USING btree ("block_hash");