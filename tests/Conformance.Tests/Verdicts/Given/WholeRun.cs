using System.Globalization;
using Conformance.Execution.Recording;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Expectations;
using Conformance.Specification.Model;
using Conformance.Verdicts;
using Conformance.Verdicts.Results;
using FluentAssertions;
using RunJudge = Conformance.Verdicts.RunWide.RunJudge;

namespace Conformance.Tests.Verdicts.Given;

/// <summary>What the cases of a run recorded, one exchange each, at seconds after the start.</summary>
internal static class WholeRun
{
    private static readonly DateTimeOffset Start = new(2026, 1, 15, 10, 30, 0, TimeSpan.Zero);

    public static readonly Endpoint Keyed = Sample.CreateOrder with
    {
        Idempotency = new() { Header = Sample.At("X-Key"), Location = Sample.Line(12) },
        Resource = new()
        {
            Type = Sample.At("order"),
            Action = ResourceAction.Create,
            Identifier = Sample.At("order_id"),
            Location = Sample.Line(11),
        },
    };

    public static CaseResult Judge(RunExpectation expectation, params CaseRecord[] records) =>
        Judge(Sample.Specification, expectation, records);

    public static CaseResult Judge(
        IntegrationSpecification specification,
        RunExpectation expectation,
        params CaseRecord[] records
    )
    {
        var contractCase = new ContractCase
        {
            Id = "run/sample",
            Title = "the run is coherent",
            Kind = ScenarioKind.RateLimit,
            Requirement = expectation.Requirement,
            Steps = [],
            OverRun = expectation,
            Isolation = CaseIsolation.WholeRun,
        };
        var judge = new RunJudge([contractCase], new JudgeContext { Specification = specification });
        foreach (var record in records)
        {
            judge.Observe(record);
        }

        return judge.Conclude(contractCase, null, Start);
    }

    public static CaseRecord Told(
        double second,
        int limit,
        int remaining,
        int reset,
        int status = 201,
        string credential = "mine"
    ) =>
        At(
            second,
            Recorded
                .Step()
                .Answering(
                    status,
                    "{}",
                    ("X-RateLimit-Limit", limit.ToString(CultureInfo.InvariantCulture)),
                    ("X-RateLimit-Remaining", remaining.ToString(CultureInfo.InvariantCulture)),
                    ("X-RateLimit-Reset", (Start.ToUnixTimeSeconds() + reset).ToString(CultureInfo.InvariantCulture))
                )
                .Credential(credential)
        );

    public static CaseRecord Failing(double second, string id, string? sent = null) =>
        At(
            second,
            Recorded.Step().Answering(400, Sample.Error("VALIDATION_ERROR").Replace("r-1", id)),
            sent is null ? null : ("X-Request-ID", sent)
        );

    public static CaseRecord Stamped(double second, string time, double moved = 0)
    {
        var error = Sample.Error("VALIDATION_ERROR").Replace("2026-01-15T10:30:00Z", $"2026-01-15T{time}Z");
        error.Should().Contain(time);
        return At(
            second,
            Recorded
                .Step()
                .Answering(400, error)
                .ChangeLast(e => e with { SentAtTarget = Start.AddSeconds(second + moved) })
        );
    }

    public static CaseRecord Cut(
        double second,
        TransportFailureKind kind = TransportFailureKind.Protocol,
        int size = 10,
        Endpoint? endpoint = null
    ) =>
        At(
            second,
            new Recorded { Endpoint = endpoint ?? Sample.CreateOrder }
                .Then("create")
                .NotAnswering("create", kind)
                .ChangeLast(e => e with { Request = e.Request with { Body = new byte[size] } })
        );

    public static CaseRecord Created(double second, string id, string? key = null) =>
        At(
            second,
            new Recorded { Endpoint = Keyed }
                .Then("create")
                .Answering(201, Sample.Order.Replace("ORD-1", id)),
            key is null ? null : ("X-Key", key)
        );

    public static CaseRecord Control(double second) =>
        At(second, Recorded.Step().Answering(200).ChangeLast(e => e with { Purpose = ExchangePurpose.ProviderState }));

    public static CaseRecord At(double second, Recorded recorded, (string Name, string Value)? header = null)
    {
        var record = recorded
            .ChangeLast(e =>
                e with
                {
                    SentAt = Start.AddSeconds(second),
                    Request = header is { } h
                        ? e.Request with
                        {
                            Headers = e.Request.Headers.Add(new(h.Name, h.Value)),
                        }
                        : e.Request,
                }
            )
            .Record();
        return record with
        {
            Case = record.Case with { Id = string.Create(CultureInfo.InvariantCulture, $"case-{second}") },
        };
    }
}
