import { describeRefusals } from "./testing/test-refused.ts";

describeRefusals("tie");
