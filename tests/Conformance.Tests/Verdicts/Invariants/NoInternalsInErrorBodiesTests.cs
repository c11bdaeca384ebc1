using System.Text;
using System.Text.Json;
using Conformance.Tests.Verdicts.Given;
using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Verdicts.Invariants;

internal sealed class NoInternalsInErrorBodiesTests : CheckTests
{
    protected override string Check => "NoInternalsInErrorBodies";

    protected override CheckOutcome BrokenOutcome => CheckOutcome.Warned;

    protected override IEnumerable<Scene> Holding =>
        [
            new("a plain message", Said("customer_id must not be empty")),
            new(
                "words that merely look technical",
                Said("Exception: the order at line 10 was sent to 10 Downing Street, /var/ies")
            ),
            new("a link", Said("see https://api.example.com/home/errors")),
            new("a version", Said("API 10.2.3 is supported")),
        ];

    protected override IEnumerable<Scene> Breaking =>
        [
            new("a stack trace of .NET", Said("   at Shop.Orders.Create(Order o) in C:\\src\\Orders.cs:line 42")),
            new("a stack trace of Java", Said("at com.shop.Orders.create(Orders.java:42)")),
            new("a stack trace of Python", Said("Traceback (most recent call last):")),
            new("an exception", Said("System.NullReferenceException: Object reference not set")),
            new("SQL", Said("ERROR: SQLSTATE[23505] duplicate key")),
            new("a path", Said("cannot open /home/deploy/app.conf")),
            new("a private address", Said("connect ECONNREFUSED 10.0.12.7:5432")),
        ];

    protected override bool MayHoldForHostileAnswers => true;

    protected override Recorded Hostile(byte[] body, (string Name, string Value)[] headers) =>
        Recorded.Step().Answering("create", 500, body, headers);

    [Test]
    public void What_repeats_the_request_shows_nothing_of_the_inside()
    {
        var recorded = Said("invalid value /home/deploy/x")
            .ChangeLast(e =>
                e with
                {
                    Request = e.Request with { Body = Encoding.UTF8.GetBytes("""{"customer_id":"/home/deploy/x"}""") },
                }
            );

        OutcomesOf(recorded.Judge()).Should().Equal(CheckOutcome.Held);
    }

    private static Recorded Said(string message) =>
        Recorded.Step().Answering(500, $$"""{"message":{{JsonSerializer.Serialize(message)}}}""");
}
