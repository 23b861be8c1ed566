import type { Hash32 } from "@ballast/core";
import { customType } from "drizzle-orm/pg-core";

/** 32 bytes as `0x` and lower-case hex; the domain `hash32` refuses anything else. */
export const hash32 = customType<{ data: Hash32; driverData: string }>({ dataType: () => "hash32" });
