using System.Collections.Immutable;
using Conformance.Consumers;
using Conformance.Consumers.Client;
using Conformance.Tests.Reports;
using Conformance.Tests.Specification;
using NUnit.Framework;

namespace Conformance.Tests.Consumers;

/// <summary>
/// Observes <c>orders-client.mjs</c>, a client in another language that shares no code with us. Tests that need it are
/// skipped, visibly, where Node is absent.
/// </summary>
internal static class ObservedOrders
{
    /// <summary>The client, as a path.</summary>
    public static string Client => RepositoryFiles.Fixture("..", "Consumers", "orders-client.mjs");

    /// <summary>Observes the client by the example specification, token requests repeated after one second.</summary>
    /// <param name="variant">What it does differently; null for by the book.</param>
    /// <param name="scripts">The scripts.</param>
    public static Task<Certification> ObserveAsync(string? variant, params string[] scripts) =>
        ObserveCommandAsync(["node", Client, variant ?? "by-the-book", "1"], scripts);

    /// <summary>Observes any client by the example specification, token requests repeated after one second.</summary>
    public static async Task<Certification> ObserveCommandAsync(ImmutableArray<string> command, params string[] scripts)
    {
        using var folder = new TemporaryFolder();
        var specification = Path.Combine(folder.Path, "orders.yaml");
        var text = await File.ReadAllTextAsync(RepositoryFiles.Spec("orders.yaml"));
        await File.WriteAllTextAsync(
            specification,
            text.Replace("retry_delay_seconds: 5", "retry_delay_seconds: 1", StringComparison.Ordinal)
        );
        var options = new ObserveOptions
        {
            Specification = specification,
            Command = command,
            Scripts = [.. scripts],
            Reports = "none",
        };
        var attempt = await ClientObservation.RunAsync(
            options,
            new Silence(),
            new RunContext(),
            CancellationToken.None
        );
        if (
            attempt.Refusal is { Message: var message }
            && message.Contains("cannot be started", StringComparison.Ordinal)
        )
        {
            Assert.Ignore("Node is not installed: the client in another language could not be observed.");
        }

        return attempt.Value ?? throw new InvalidOperationException(attempt.Refusal!.Message);
    }

    private sealed class Silence : IClientWatcher
    {
        public void Waiting(ObservationStage stage) { }

        public void ScriptStarted(string script, string description) { }

        public void ScriptFinished(ScriptSummary script) { }
    }
}
