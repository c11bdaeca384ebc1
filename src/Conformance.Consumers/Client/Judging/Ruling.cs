using System.Collections.Immutable;

namespace Conformance.Consumers.Client.Judging;

/// <summary>What an obligation came to, before its level is weighed.</summary>
internal abstract record Ruling
{
    /// <summary>It was seen to hold.</summary>
    public sealed record Held : Ruling;

    /// <summary>It was seen to be broken.</summary>
    public sealed record Broken(ImmutableArray<Evidence> Evidence) : Ruling;

    /// <summary>It holds by a generous reading only: a warning whatever its level.</summary>
    public sealed record Doubtful(Evidence Evidence) : Ruling;

    /// <summary>Nothing is decided, and this was seen.</summary>
    public sealed record Observed(Evidence Evidence) : Ruling;

    /// <summary>What it speaks of did not happen.</summary>
    public sealed record NotProvoked(string Reason) : Ruling;

    /// <summary>It does not speak of this client, or traffic cannot show it.</summary>
    public sealed record DoesNotApply(string Reason) : Ruling;

    /// <summary>It was seen to hold.</summary>
    public static Ruling Holds { get; } = new Held();

    /// <summary>Broken with this evidence; held when there is none.</summary>
    public static Ruling By(IEnumerable<Evidence> evidence)
    {
        ImmutableArray<Evidence> all = [.. evidence.Take(5)];
        return all.IsEmpty ? Holds : new Broken(all);
    }

    /// <summary>Broken.</summary>
    public static Ruling BrokenBy(Evidence evidence) => new Broken([evidence]);
}
