import type { Address } from "@ballast/core";
import { customType } from "drizzle-orm/pg-core";

/** 20 bytes as `0x` and lower-case hex; the domain `address` refuses anything else, checksummed text included. */
export const address = customType<{ data: Address; driverData: string }>({ dataType: () => "address" });
