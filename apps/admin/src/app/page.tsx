import { redirect } from "next/navigation";
import { accountSegment } from "../queries/accountSegment.ts";
import { allAccounts } from "../queries/accounts.ts";
import { Waiting } from "../shell/Waiting.tsx";

/** Opens the first account; before there is one, says what is being waited for. */
export default async function Home() {
  const [first] = await allAccounts();
  if (first !== undefined) redirect(`/${accountSegment(first)}`);
  return <Waiting />;
}
