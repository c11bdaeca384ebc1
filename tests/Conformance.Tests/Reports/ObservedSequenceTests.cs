using System.Collections.Immutable;
using Conformance.Execution.Recording;
using Conformance.Reports.Wording;
using Conformance.Specification.Model;
using Conformance.Specification.Reading.Sequences;
using Conformance.Tests.Verdicts.Given;
using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Reports;

/// <summary>What was seen in a failed case, drawn.</summary>
public sealed class ObservedSequenceTests
{
    [Test]
    public void Requests_answers_and_deliveries_are_drawn_in_the_order_of_time()
    {
        var delivery = new Delivered().AsExchange("events", 1) with
        {
            SentAt = SampleRun.Start.AddMilliseconds(5),
            Duration = TimeSpan.FromMilliseconds(1),
        };

        Drawn(SampleRun.Sent(0, "send", 201, ""), delivery)
            .Should()
            .Be(
                """
                sequenceDiagram
                    participant S as Suite
                    participant T as Target
                    participant R as Receiver
                    Note over S,T: send
                    S->>T: 1. POST /api/v1/orders?dry=1#38;token=a#37;20b
                    Note over S,T: events
                    T-)R: 2. order.created
                    R-->>T: 2. 200
                    T-->>S: 1. 201
                    Note over S,T: BodyMatchesSchema, expected string that matches ^ORD-, got string #34;***#34;

                """.ReplaceLineEndings("\n")
            );
    }

    [Test]
    public void What_was_not_answered_ends_in_a_cross() =>
        Drawn(
                SampleRun.Sent(0, "send", 201, "") with
                {
                    Response = null,
                    Failure = new(TransportFailureKind.Timeout, "x"),
                }
            )
            .Should()
            .Contain("T--xS: 1. timeout\n");

    [Test]
    public void Nothing_that_is_sent_acts_as_mermaid()
    {
        const string Hostile = "x;\nend\n%% #35; <b>\u001b[31m [[ATTACHMENT|/etc/passwd]] {\"a\"} A->>B: boo";
        var exchange = SampleRun.Sent(0, Hostile, 201, "");
        exchange = exchange with { Request = exchange.Request with { Method = Hostile } };

        var drawn = Drawn(exchange)!;

        var read = MermaidSequence.Read(new Located<string>(drawn, SourceLocation.None), null);
        read.Problems.Should().BeEmpty();
        read.Participants.Should().Equal("Suite", "Target");
        read.Messages.Select(m => (m.From, m.To)).Should().Equal(("Suite", "Target"), ("Target", "Suite"));
        drawn.Should().NotContainAny("<b>", "\u001b", "[[ATTACHMENT", "%%");
    }

    [Test]
    public void Of_many_exchanges_the_first_and_the_last_are_drawn()
    {
        var drawn = Drawn([.. Enumerable.Range(0, 1000).Select(i => SampleRun.Sent(i, "send", 200, ""))])!;

        drawn.Split('\n').Should().HaveCountLessThan(100);
        drawn.Should().Contain("960 further exchanges are not shown").And.Contain("1000. 200");
    }

    [Test]
    public void A_secret_is_masked_before_it_is_written_in_codes()
    {
        var result = SampleRun.Failed with
        {
            Record = SampleRun.Failed.Record! with { Exchanges = [SampleRun.Sent(0, "a;b&c", 200, "")] },
        };

        ObservedSequence
            .Of(result, RunSubject.Provider, text => text.Replace("a;b&c", "***", StringComparison.Ordinal))
            .Should()
            .Contain("Note over S,T: ***\n");
    }

    [Test]
    public void Only_failed_cases_are_drawn()
    {
        foreach (var result in SampleRun.Result.Cases)
        {
            (ObservedSequence.Of(result, RunSubject.Provider, text => text) is not null)
                .Should()
                .Be(result.Verdict is Verdict.Failed, result.Case.Id);
        }
    }

    [TestCase(RunSubject.Client, "participant S as Client", "participant T as Provider")]
    [TestCase(RunSubject.Receiver, "participant S as Suite", "participant T as Receiver")]
    public void Who_is_who_depends_on_the_side_that_is_tested(RunSubject subject, string sender, string target) =>
        ObservedSequence.Of(SampleRun.Failed, subject, text => text).Should().Contain(sender).And.Contain(target);

    private static string? Drawn(params ImmutableArray<Exchange> exchanges) =>
        ObservedSequence.Of(
            SampleRun.Failed with
            {
                Record = SampleRun.Failed.Record! with { Exchanges = exchanges },
            },
            RunSubject.Provider,
            SampleRun.Options("x").Mask
        );
}
