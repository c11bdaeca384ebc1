using System.Collections.Concurrent;
using Conformance.Execution.Recording;
using Conformance.Scenarios.Cases;
using Conformance.Specification.Model;

namespace Conformance.Execution.Ledger;

/// <summary>Remembers what the run created, so that it removes this and nothing else. Thread-safe.</summary>
internal sealed class CreationLedger
{
    private readonly ConcurrentDictionary<LedgerEntry, bool> entries = new();
    private readonly ConcurrentDictionary<LedgerEntry, bool> ofSecondClient = new();

    /// <summary>How many resources were created.</summary>
    public int Created => entries.Count;

    /// <summary>What was created and not removed since, in a stable order.</summary>
    public IReadOnlyList<LedgerEntry> Open =>
        [
            .. entries
                .Where(e => !e.Value)
                .Select(e => e.Key)
                .OrderBy(e => e.Type, StringComparer.Ordinal)
                .ThenBy(e => e.Id, StringComparer.Ordinal),
        ];

    /// <summary>Takes note of an answer: a successful creation is entered, a successful removal crosses it out.</summary>
    public void Note(RequestTemplate request, Uri target, RecordedResponse? response)
    {
        if (request.Endpoint is not { Resource: { } role } endpoint || response is not { Status: >= 200 and < 300 })
        {
            return;
        }

        if (role.Action is ResourceAction.Create && IdentifierIn(response, role) is { } created)
        {
            var entry = new LedgerEntry(role.Type.Value, created);
            if (entries.TryAdd(entry, false) && request.Credential is CredentialUse.SecondClient)
            {
                ofSecondClient.TryAdd(entry, true);
            }
        }
        else if (role.CleansUp && IdentifierIn(target, endpoint) is { } removed)
        {
            entries.TryUpdate(new(role.Type.Value, removed), true, false);
        }
    }

    /// <summary>Whether the second client made it, so that only that client may remove it.</summary>
    public bool IsOfSecondClient(LedgerEntry entry) => ofSecondClient.ContainsKey(entry);

    /// <summary>Crosses out a resource.</summary>
    public void CrossOut(LedgerEntry entry) => entries[entry] = true;

    private static string? IdentifierIn(RecordedResponse response, ResourceRole role) =>
        JsonBody.Parse(response.Body) is { } body && JsonBody.Find(body, role.Identifier.Value) is { } id
            ? JsonBody.Text(id)
            : null;

    // The base URL may have put a path in front, so both are compared from their ends.
    private static string? IdentifierIn(Uri target, Endpoint endpoint)
    {
        var template = endpoint.Path.Value.Split('/');
        var actual = target.AbsolutePath.Split('/');
        var at = Array.IndexOf(template, $"{{{endpoint.Resource?.PathParameter}}}");
        var index = actual.Length - (template.Length - at);
        return at < 0 || index < 0 ? null : Uri.UnescapeDataString(actual[index]);
    }
}
