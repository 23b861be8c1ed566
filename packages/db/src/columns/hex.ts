import type { Hex } from "@ballast/core";
import { customType } from "drizzle-orm/pg-core";

/** Bytes of any length as `0x` and lower-case hex; the domain `hex` refuses anything else. */
export const hex = customType<{ data: Hex; driverData: string }>({ dataType: () => "hex" });
