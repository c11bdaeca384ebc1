using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;
using Conformance.Tests.Verdicts.Given;
using Conformance.Verdicts;
using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;
using RunJudge = Conformance.Verdicts.RunWide.RunJudge;

namespace Conformance.Tests.Verdicts.RunWide;

/// <summary>What all deliveries of a run say together.</summary>
internal sealed class DeliveriesOverTheRunTests
{
    private static readonly Requirement Must = Sample.Must();

    [TestCase("application/json")]
    [TestCase("application/json; charset=utf-8")]
    [TestCase("application/cloudevents+json")]
    public void A_post_with_a_JSON_body_holds(string type) =>
        Judge(new DeliveriesArePosts(Must), new Delivered().With("Content-Type", type))
            .Verdict.Should()
            .Be(Verdict.Passed);

    [Test]
    public void Another_method_type_or_body_is_found()
    {
        Broken(new DeliveriesArePosts(Must), new Delivered { Method = "PUT" }).Actual.Should().Be("PUT");
        Broken(new DeliveriesArePosts(Must), new Delivered().With("Content-Type", "text/plain"))
            .Where.Should()
            .Be("delivery of order.created, Content-Type");
        Broken(new DeliveriesArePosts(Must), new Delivered { IsElsewhere = true }).Actual.Should().Be("/webhooks");
        Broken(new DeliveriesArePosts(Must), Delivered.Of("event=order.created"))
            .Expected.Should()
            .StartWith("JSON (specs/sample.yaml:100)");
    }

    [Test]
    public void What_anybody_sends_to_a_public_address_says_nothing_of_the_target() =>
        Judge(
            new DeliveriesArePosts(Must),
            new Delivered(),
            new Delivered
            {
                Method = "GET",
                Body = [],
                EventId = null,
                EventType = null,
                IsExplained = false,
            }
        )
            .Verdict.Should()
            .Be(Verdict.Passed);

    [Test]
    public void A_run_without_deliveries_is_skipped() =>
        Judge(new DeliveriesArePosts(Must)).Verdict.Should().Be(Verdict.Skipped);

    [Test]
    public void A_signature_over_the_bytes_holds() =>
        Judge(new SignaturesAreValid(Must), Signed("sha256=" + Hex(Delivered.Event)))
            .Verdict.Should()
            .Be(Verdict.Passed);

    [TestCaseSource(nameof(WrongSignatures))]
    public void A_wrong_signature_is_found_and_the_usual_mistake_is_named(string signature, string hint) =>
        Broken(new SignaturesAreValid(Must), Signed(signature)).Actual.Should().Contain(hint);

    private static IEnumerable<TestCaseData> WrongSignatures()
    {
        var body = Delivered.Event;
        yield return Case(Hex(body), "it is the hex over {body}", "without the prefix");
        yield return Case(
            "sha256=" + Hex($"{Time(0)}.{body}"),
            "it is the hex over {timestamp}.{body}",
            "with the time"
        );
        yield return Case("sha256=" + Hex(body).ToUpperInvariant(), "the hex in upper case", "upper case");
        yield return Case("sha256=" + Convert.ToBase64String(Mac(body)), "it is the base64 over {body}", "base64");
        yield return Case("sha256=" + Hex(body + "\n"), "a line feed behind it", "with a line feed");
        yield return Case("sha256=" + Hex(body, ""), "with an empty secret", "empty secret");
        yield return Case("sha256=" + Hex(body, "another"), "the secret is another one", "another secret");
        yield return Case("sha256=" + Hex(body)[..32], "a part of the hex", "cut short");
        yield return Case(
            "sha256=" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body))),
            "without the secret",
            "no secret"
        );

        static TestCaseData Case(string signature, string hint, string name) =>
            new TestCaseData(signature, hint).SetArgDisplayNames(name);
    }

    [Test]
    public void A_signature_of_the_body_serialised_anew_is_named()
    {
        var spaced = Delivered.Of(Delivered.Event.Replace(",", ", ", StringComparison.Ordinal));

        Broken(new SignaturesAreValid(Must), spaced.With("X-Signature", "sha256=" + Hex(Delivered.Event)))
            .Actual.Should()
            .Contain("over the body serialised anew, not its bytes");
    }

    [Test]
    public void A_missing_signature_is_found() =>
        Broken(new SignaturesAreValid(Must), new Delivered()).Actual.Should().Be("absent");

    [Test]
    public void The_secret_does_not_show_in_what_is_said() =>
        Broken(new SignaturesAreValid(Must), Signed($"sha256={Delivered.Secret}"))
            .Actual.Should()
            .NotContain(Delivered.Secret);

    [TestCase("1768473000", Verdict.Passed)]
    [TestCase("1768472700", Verdict.Passed)]
    [TestCase("1768473300", Verdict.Passed)]
    [TestCase("1768472000", Verdict.Failed)]
    [TestCase("1768474000", Verdict.Failed)]
    [TestCase("1768473000000", Verdict.Failed)]
    [TestCase("2026-01-15T10:30:00Z", Verdict.Failed)]
    [TestCase("soon", Verdict.Failed)]
    public void The_timestamp_is_that_of_the_attempt_in_the_declared_form(string text, Verdict verdict) =>
        Judge(new DeliveriesAreStamped(Must), new Delivered().With("X-Timestamp", text)).Verdict.Should().Be(verdict);

    [Test]
    public void A_clock_that_is_not_known_is_not_compared() =>
        Judge(
            Delivered.Specification,
            new() { Specification = Delivered.Specification, MovesClock = true },
            new DeliveriesAreStamped(Must),
            new Delivered().With("X-Timestamp", "1768000000")
        )
            .Verdict.Should()
            .Be(Verdict.Passed);

    [Test]
    public void An_envelope_with_the_fields_of_the_event_beside_it_holds() =>
        Judge(new EnvelopesMatch(Must), new Delivered()).Verdict.Should().Be(Verdict.Passed);

    [Test]
    public void An_envelope_that_lacks_a_field_is_found_with_its_line() =>
        Broken(
                new EnvelopesMatch(Must),
                Delivered.Of(Delivered.Event.Replace("object_id", "id", StringComparison.Ordinal))
            )
            .Should()
            .Match<Finding>(f =>
                f.Where == "delivery of order.created, body, $.data.object_id"
                && f.Expected.Contains("specs/sample.yaml:116", StringComparison.Ordinal)
            );

    [Test]
    public void Attempts_of_one_event_share_its_id() =>
        Judge(new EventIdsAreUnique(Must), new Delivered { Status = 500 }, Delivered.After(1))
            .Verdict.Should()
            .Be(Verdict.Passed);

    [Test]
    public void One_id_for_two_events_is_found() =>
        Broken(new EventIdsAreUnique(Must), new Delivered(), About("ORD-2"))
            .Actual.Should()
            .Be("evt-1 twice: order.created about ORD-1, and order.created about ORD-2");

    [Test]
    public void Two_ids_for_one_creation_are_found() =>
        Broken(new EventIdsAreUnique(Must), new Delivered(), new Delivered { EventId = "evt-2" })
            .Actual.Should()
            .Be("evt-1 and evt-2 about one resource, which was created once");

    [Test]
    public void An_event_without_id_is_found() =>
        Broken(new EventIdsAreUnique(Must), new Delivered { EventId = null }).Actual.Should().StartWith("absent");

    [Test]
    public void An_undeclared_event_about_a_resource_of_the_run_is_found()
    {
        Broken(new EventTypesAreDeclared(Must), new Delivered { EventType = "order.create" })
            .Actual.Should()
            .Be("order.create");
        Judge(
            new EventTypesAreDeclared(Must),
            new Delivered(),
            new Delivered { EventType = "ping", IsExplained = false }
        )
            .Verdict.Should()
            .Be(Verdict.Passed);
    }

    [Test]
    public void An_attempt_after_a_success_is_found()
    {
        Broken(new SuccessEndsDelivery(Must), new Delivered(), Delivered.After(1))
            .Actual.Should()
            .Be("evt-1 came again, at most 1 min later");
        Judge(new SuccessEndsDelivery(Must), Delivered.After(0), Delivered.After(1, 200))
            .Verdict.Should()
            .Be(Verdict.Passed);
    }

    [Test]
    public void An_attempt_under_way_when_the_success_came_and_another_event_under_its_id_are_no_repetition()
    {
        Judge(new SuccessEndsDelivery(Must), new Delivered(), Delivered.After(1 / 60.0))
            .Verdict.Should()
            .Be(Verdict.Passed);
        Judge(new SuccessEndsDelivery(Must), new Delivered(), Delivered.After(1) with { EventType = "order.paid" })
            .Verdict.Should()
            .Be(Verdict.Passed);
    }

    private static Delivered Signed(string signature) =>
        new Delivered().With("X-Signature", signature).With("X-Timestamp", Time(0));

    private static Delivered About(string id) =>
        Delivered.Of(Delivered.Event.Replace("ORD-1", id, StringComparison.Ordinal));

    private static string Time(int seconds) =>
        (Delivered.Start.ToUnixTimeSeconds() + seconds).ToString(CultureInfo.InvariantCulture);

    private static byte[] Mac(string content, string secret = Delivered.Secret) =>
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(content));

    private static string Hex(string content, string secret = Delivered.Secret) =>
        Convert.ToHexStringLower(Mac(content, secret));

    private static Finding Broken(RunExpectation expectation, params Delivered[] deliveries)
    {
        var result = Judge(expectation, deliveries);
        result.Verdict.Should().Be(Verdict.Failed);
        result.Repeat.Should().BeNull("nobody but the target can repeat what it sent");
        result.Record!.Exchanges.Should().NotBeEmpty();
        return result.Failures.First().Finding!;
    }

    private static CaseResult Judge(RunExpectation expectation, params Delivered[] deliveries) =>
        Judge(
            Created,
            new()
            {
                Specification = Created,
                Environment = Sample.Sandbox,
                WebhookSecret = () => Delivered.Secret,
                Mask = text => text.Replace(Delivered.Secret, "***", StringComparison.Ordinal),
            },
            expectation,
            deliveries
        );

    private static CaseResult Judge(
        IntegrationSpecification specification,
        JudgeContext context,
        RunExpectation expectation,
        params Delivered[] deliveries
    )
    {
        specification.Webhooks.Should().NotBeNull();
        var contractCase = new ContractCase
        {
            Id = "run/webhooks/sample",
            Title = "deliveries",
            Kind = ScenarioKind.Webhooks,
            Requirement = expectation.Requirement,
            Steps = [],
            OverRun = expectation,
            Isolation = CaseIsolation.WholeRun,
        };
        var judge = new RunJudge([contractCase], context);
        judge.Observe([.. deliveries.Select((d, i) => d.AsExchange("delivery", i))]);
        return judge.Conclude(contractCase, null, Delivered.Start);
    }

    private static IntegrationSpecification Created { get; } =
        Delivered.Specification with
        {
            Endpoints =
            [
                Sample.CreateOrder with
                {
                    Resource = new()
                    {
                        Type = Sample.At("order"),
                        Action = ResourceAction.Create,
                        Identifier = Sample.At("order_id"),
                        Location = Sample.Line(11),
                    },
                },
            ],
        };
}
