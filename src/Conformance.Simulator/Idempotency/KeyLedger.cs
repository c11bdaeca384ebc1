using Conformance.Simulator.Http;

namespace Conformance.Simulator.Idempotency;

/// <summary>Remembers idempotency keys. Deciding and reserving is one step, so of simultaneous requests exactly one is fresh (STANDARDS IDM-06).</summary>
/// <param name="clock">Decides when a key is forgotten.</param>
internal sealed class KeyLedger(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    /// <summary>Decides what a request is, and reserves the key for a fresh one.</summary>
    /// <param name="key">The key within its scope.</param>
    /// <param name="fingerprint">Mark of the request; equal for the same one.</param>
    /// <param name="retention">How long keys are remembered; null for ever.</param>
    public KeyDecision Reserve(string key, string fingerprint, TimeSpan? retention)
    {
        lock (_gate)
        {
            if (!_entries.TryGetValue(key, out var entry) || entry.IsOver(clock.GetUtcNow(), retention))
            {
                _entries[key] = new Entry(fingerprint, clock.GetUtcNow());
                return new KeyDecision.Fresh();
            }

            var isSame = entry.Fingerprint == fingerprint;
            return entry.Answer switch
            {
                null => new KeyDecision.InFlight(entry.Done.Task, isSame),
                { } answer when isSame => new KeyDecision.Replay(answer),
                { } answer => new KeyDecision.Mismatch(answer),
            };
        }
    }

    /// <summary>Ends a reservation: the answer is remembered, or the key is free again.</summary>
    public void Settle(string key, Reply? answer)
    {
        lock (_gate)
        {
            if (!_entries.TryGetValue(key, out var entry) || entry.Answer is not null)
            {
                return;
            }

            entry.Answer = answer;
            if (answer is null)
            {
                _entries.Remove(key);
            }

            entry.Done.SetResult();
        }
    }

    /// <summary>Whether a key was used, within whatever scope.</summary>
    public bool IsKnown(string key)
    {
        lock (_gate)
        {
            return _entries.Keys.Any(k => k.EndsWith($"\n{key}", StringComparison.Ordinal));
        }
    }

    /// <summary>Forgets every key that is not in use.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            foreach (var (key, _) in _entries.Where(e => e.Value.Answer is not null).ToList())
            {
                _entries.Remove(key);
            }
        }
    }

    private sealed class Entry(string fingerprint, DateTimeOffset since)
    {
        public string Fingerprint { get; } = fingerprint;

        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Reply? Answer { get; set; }

        public bool IsOver(DateTimeOffset now, TimeSpan? retention) => Answer is not null && now >= since + retention;
    }
}
