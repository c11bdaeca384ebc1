using Conformance.Scenarios.Expectations;
using Conformance.Tests.Verdicts.Given;

namespace Conformance.Tests.Verdicts.Checks;

internal sealed class FieldIsTests : CheckTests
{
    private static readonly FieldIs Status = new(Sample.Must(), "status", Sample.Json("\"pending\""));
    private static readonly FieldIs Total = new(Sample.Must(), "items[].price", Sample.Json("29.90"));

    private static readonly FieldIs Address = new(Sample.Must(), "at", Sample.Json("""{"city":"Bonn","box":null}"""));

    protected override string Check => nameof(FieldIs);

    protected override IEnumerable<Scene> Holding =>
        [
            new("the value", Recorded.Step(Status).Answering(201, """{"status":"pending"}""")),
            new(
                "the number, written otherwise",
                Recorded.Step(Total).Answering(201, """{"items":[{"price":29.9},{"price":2990e-2}]}""")
            ),
            new(
                "no such field, where it is optional",
                Recorded.Step(Status with { MayBeAbsent = true }).Answering(201, "{}")
            ),
            new(
                "an object that shows more, and nothing for null",
                Recorded.Step(Address).Answering(201, """{"at":{"city":"Bonn","zip":"53111"}}""")
            ),
            new("the text, escaped", Recorded.Step(Status).Answering(201, """{"status":"\u0070ending"}""")),
        ];

    protected override IEnumerable<Scene> Breaking =>
        [
            new("another value", Recorded.Step(Status).Answering(201, """{"status":"Pending"}""")),
            new("a number as text", Recorded.Step(Total).Answering(201, """{"items":[{"price":"29.90"}]}""")),
            new(
                "one of many differs",
                Recorded.Step(Total).Answering(201, """{"items":[{"price":29.9},{"price":29.91}]}""")
            ),
            new(
                "a number that floating point would round",
                Recorded.Step(Total).Answering(201, """{"items":[{"price":29.900000000000000000001}]}""")
            ),
            new("no such field", Recorded.Step(Status).Answering(201, "{}")),
            new("null", Recorded.Step(Status).Answering(201, """{"status":null}""")),
            new(
                "another value in an optional field",
                Recorded.Step(Status with { MayBeAbsent = true }).Answering(201, """{"status":"Pending"}""")
            ),
            new("an object that lacks a member", Recorded.Step(Address).Answering(201, """{"at":{"box":null}}""")),
            new("no body", Recorded.Step(Status).Answering(201)),
        ];

    protected override Recorded Hostile(byte[] body, (string Name, string Value)[] headers) =>
        Recorded.Step(Status).Answering("create", 201, body, headers);
}
