using System.Collections.Immutable;
using Conformance.Execution.Http;
using Conformance.Execution.Recording;
using Conformance.Execution.Secrets;
using Conformance.Execution.Steps;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Expectations;
using Conformance.Specification.Model;

namespace Conformance.Execution.Ledger;

/// <summary>Removes what the run created, by the operations the specification declares for it; lists the rest.</summary>
internal sealed class CleanUp(
    IntegrationSpecification specification,
    CreationLedger ledger,
    RequestComposer composer,
    RequestSender sender,
    TargetAddresses addresses,
    ExecutionOptions options,
    SecretMask mask,
    TimeProvider time
)
{
    private const int AtOnce = 4;
    private static readonly SendManner Manner = SendManner.For(ImmutableArray<ExchangeExpectation>.Empty);

    /// <summary>Removes what can be removed within the time one case may take.</summary>
    public async Task<CleanupReport> RunAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(options.CaseTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            await Parallel.ForEachAsync(
                ledger.Open,
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = either.Token },
                async (entry, token) => await RemoveAsync(entry, token)
            );
        }
        catch (OperationCanceledException)
        {
            // What was not removed in time is listed like everything else that is left.
        }

        var open = ledger.Open;
        return new(ledger.Created, ledger.Created - open.Count, [.. open.Select(Describe)]);
    }

    private async Task RemoveAsync(LedgerEntry entry, CancellationToken cancellationToken)
    {
        if (RemoverOf(entry) is not { } endpoint)
        {
            return;
        }

        var context = new CaseContext("clean-up", ScenarioKind.HappyPath, new CaseLog(mask)) { Step = "clean up" };
        var template = RemovalRequest.For(endpoint, entry.Id, ledger.IsOfSecondClient(entry));
        var (request, _) = composer.Compose(template, context);
        if (request is null)
        {
            return;
        }

        var sent = await sender.SendAsync(request, template, Manner, context, cancellationToken);
        if (sent.Status is (>= 200 and < 300) or 404 or 410)
        {
            ledger.CrossOut(entry);
        }
    }

    private string Describe(LedgerEntry entry)
    {
        if (RemoverOf(entry) is not { } endpoint)
        {
            return mask.Apply(
                $"{entry.Type} {Excerpt.Of(entry.Id)}: the specification declares no operation with cleans_up for it"
            );
        }

        var path = endpoint.Path.Value.Replace(
            $"{{{endpoint.Resource!.PathParameter}}}",
            Uri.EscapeDataString(entry.Id),
            StringComparison.Ordinal
        );
        var client = ledger.IsOfSecondClient(entry) ? " (as the second client)" : "";
        var authorization = endpoint.IsPublic ? "" : " -H 'Authorization: Bearer ***'";
        return mask.Apply(
            $"{entry.Type} {Excerpt.Of(entry.Id)}: curl -X {endpoint.Method.Value} '{addresses.Api(path).OriginalString}'{authorization}{client}"
        );
    }

    private Endpoint? RemoverOf(LedgerEntry entry) =>
        specification.Endpoints.FirstOrDefault(e =>
            e.Resource is { CleansUp: true, PathParameter: not null } role && role.Type.Value == entry.Type
        );
}
