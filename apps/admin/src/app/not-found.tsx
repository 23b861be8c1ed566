import Link from "next/link";
import { Wordmark } from "../components/Wordmark.tsx";

/** For an address that leads nowhere. */
export default function NotFound() {
  return (
    <main className="mx-auto max-w-[40rem] px-6 pt-[18vh]">
      <Wordmark />
      <h1 className="text-xl mt-6">Nothing is here</h1>
      <p className="text-ink-2 text-md mt-2">
        This address names no account, proposal or policy that the keeper knows. It may be of another chain or
        another database.
      </p>
      <p className="mt-4">
        <Link prefetch={false} className="btn" href="/">
          Go to the overview
        </Link>
      </p>
    </main>
  );
}
