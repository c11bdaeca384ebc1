using System.Collections.Immutable;
using Conformance.Execution;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Deliveries;
using Conformance.Specification.Model;

namespace Conformance.Tests.Execution.Webhooks;

/// <summary>The small contract with webhooks, and cases about them.</summary>
internal static class Hooks
{
    public const string Event = "thing.created";

    public static RetryTimes Times { get; } =
        new(
            3,
            [TimeSpan.Zero, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)],
            ScheduleReading.Offsets,
            TimeSpan.FromSeconds(30)
        );

    public static IntegrationSpecification Specification { get; } =
        Contract.Open with
        {
            Webhooks = new()
            {
                Envelope = Object("event_id", "event_type"),
                Events = [new(Contract.At(Event), null, null, [Contract.At("create")], SourceLocation.None)],
                Location = SourceLocation.None,
            },
        };

    public static IntegrationSpecification Signed { get; } =
        Specification with
        {
            Webhooks = Specification.Webhooks! with
            {
                Security = new(
                    Contract.At("X-Signature"),
                    null,
                    null,
                    null,
                    null,
                    "sha256=",
                    null,
                    [],
                    SourceLocation.None
                ),
            },
        };

    /// <summary>A thing is created, and its event is waited for.</summary>
    public static ContractCase Case(
        DeliveryScript? script = null,
        Func<CaseStep.AwaitDeliveries, CaseStep.AwaitDeliveries>? wait = null
    )
    {
        var awaiting = new CaseStep.AwaitDeliveries("deliveries", Event) { Resource = "id" };
        CaseStep[] steps =
        [
            Contract.Send("create", Contract.Post("{}"), 201) with
            {
                Captures = [new Capture("id", "id")],
            },
            wait is null ? awaiting : wait(awaiting),
        ];
        return Contract.Case(
            script is null ? steps : [new CaseStep.AnswerDeliveries("script", Event, script), .. steps]
        );
    }

    public static async Task<TargetSession> OpenAsync(
        Uri target,
        ContractCase contractCase,
        Func<ExecutionOptions, ExecutionOptions>? change = null,
        IntegrationSpecification? specification = null
    )
    {
        var options = Contract.Options(target) with { ProviderStatesUrl = "/states", TakesWebhookState = true };
        var session = TargetSession.Open(
            specification ?? Specification,
            change is null ? options : change(options),
            TimeProvider.System
        );
        try
        {
            await session.PrepareAsync([contractCase], CancellationToken.None);
            return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    private static SchemaNode Object(params ImmutableArray<string> names) =>
        new()
        {
            Location = SourceLocation.None,
            Types = JsonTypes.Object,
            Properties =
            [
                .. names.Select(n => new SchemaProperty(
                    Contract.At(n),
                    new SchemaNode { Location = SourceLocation.None, Types = JsonTypes.String },
                    SourceLocation.None
                )),
            ],
        };
}
