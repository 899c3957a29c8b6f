import { z } from "zod";

// The pages' content security policy forbids code made from strings, which zod would use for speed.
z.config({ jitless: true });
