using System.Text.Json;
using Conformance.Tests.Verdicts.Given;

namespace Conformance.Tests.Verdicts.Invariants;

internal sealed class MessageIsForPeopleTests : CheckTests
{
    protected override string Check => "MessageIsForPeople";

    protected override IEnumerable<Scene> Holding =>
        [
            new("a plain message", Said("customer_id must not be empty")),
            new("words that merely look technical", Said("Exception: the order at line 10 was not found")),
            new("the name of an exception", Said("System.ArgumentException was raised")),
        ];

    protected override IEnumerable<Scene> Breaking =>
        [
            new("nothing", Said(" ")),
            new("a stack trace of .NET", Said("   at Shop.Orders.Create(Order o) in C:\\src\\Orders.cs:line 42")),
            new("a stack trace of Java", Said("at com.shop.Orders.create(Orders.java:42)")),
            new("a stack trace of Node", Said("TypeError: x\n    at create (/srv/orders.js:10:5)")),
            new("a stack trace of Python", Said("Traceback (most recent call last):")),
            new("SQL", Said("ERROR: SQLSTATE[23505] duplicate key")),
        ];

    protected override bool MayHoldForHostileAnswers => true;

    protected override Recorded Hostile(byte[] body, (string Name, string Value)[] headers) =>
        Recorded.Step().Answering("create", 500, body, headers);

    private static Recorded Said(string message) =>
        Recorded
            .Step()
            .Answering(
                500,
                $$"""{"error_code":"INTERNAL_ERROR","message":{{JsonSerializer.Serialize(message)}},"request_id":"r","timestamp":"2026-01-15T10:30:01Z"}"""
            );
}
