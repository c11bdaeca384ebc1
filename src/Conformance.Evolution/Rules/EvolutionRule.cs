using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules;

/// <summary>One kind of difference: one file, one sentence, an id, and what it means for whom.</summary>
internal abstract class EvolutionRule(string id, string title, string rationale)
{
    public EvolutionRuleDescription Description { get; } = new(id, title, rationale);

    public abstract IEnumerable<Change> Compare(SpecificationPair pair);

    protected Change Found(Impacts impacts, Subject subject, string message) =>
        new(Description, impacts, subject.Name, message, subject.Old, subject.New);

    /// <summary>
    /// Something the provider promises. A stronger promise is for the provider to keep; a weaker one, or one withdrawn,
    /// leaves consumers without what they rely on.
    /// </summary>
    /// <param name="subject">What holds the promise.</param>
    /// <param name="what">The promise, as the subject of a sentence.</param>
    /// <param name="old">The old value; null when it was left open.</param>
    /// <param name="now">The new value; null when it is left open.</param>
    /// <param name="strength">Positive when the second value promises more; null when values cannot be ranked.</param>
    protected IEnumerable<Change> Promise<T>(
        Subject subject,
        string what,
        Located<T>? old,
        Located<T>? now,
        Func<T, T, int>? strength = null
    ) => Term(subject, what, old, now, strength, Impacts.OnProvider, Impacts.OnConsumers);

    /// <summary>
    /// Something demanded of consumers. A stricter demand breaks those that fulfil the old one; for a looser one the
    /// provider must be ready.
    /// </summary>
    /// <param name="subject">What holds the demand.</param>
    /// <param name="what">The demand, as the subject of a sentence.</param>
    /// <param name="old">The old value; null when nothing was demanded.</param>
    /// <param name="now">The new value; null when nothing is demanded.</param>
    /// <param name="strictness">Positive when the second value demands more; null when values cannot be ranked.</param>
    protected IEnumerable<Change> Demand<T>(
        Subject subject,
        string what,
        Located<T>? old,
        Located<T>? now,
        Func<T, T, int>? strictness = null
    ) => Term(subject, what, old, now, strictness, Impacts.OnConsumers, Impacts.OnProvider);

    /// <summary>Something that both sides must know alike, such as the name of a header.</summary>
    protected IEnumerable<Change> Agreement<T>(Subject subject, string what, Located<T>? old, Located<T>? now) =>
        Term(subject, what, old, now, null, Impacts.OnBoth, Impacts.OnBoth);

    /// <summary>Text for people.</summary>
    protected IEnumerable<Change> Prose(Subject subject, string what, Located<string>? old, Located<string>? now)
    {
        if (!string.Equals(Phrase.Normal(old?.Value), Phrase.Normal(now?.Value), StringComparison.Ordinal))
        {
            yield return Found(
                Impacts.OnReaders,
                At(subject, old, now),
                old is null ? $"{what} is new"
                    : now is null ? $"{what} is gone"
                    : $"{what} reads differently"
            );
        }
    }

    /// <summary>A value that has no place of its own, at the place of what holds it.</summary>
    protected static Located<T>? In<T>(T? value, SourceLocation? location)
        where T : struct => value is { } known ? new Located<T>(known, location ?? SourceLocation.None) : null;

    /// <summary>A text that has no place of its own, at the place of what holds it.</summary>
    protected static Located<string>? In(string? value, SourceLocation? location) =>
        value is null ? null : new Located<string>(value, location ?? SourceLocation.None);

    private IEnumerable<Change> Term<T>(
        Subject subject,
        string what,
        Located<T>? old,
        Located<T>? now,
        Func<T, T, int>? rank,
        Impacts stronger,
        Impacts weaker
    )
    {
        var at = At(subject, old, now);
        if (old is null && now is not null)
        {
            yield return Found(stronger, at, $"{what} is {Phrase.Of(now.Value)}, was left open");
        }
        else if (old is not null && now is null)
        {
            yield return Found(weaker, at, $"{what} is left open, was {Phrase.Of(old.Value)}");
        }
        else if (old is not null && now is not null && !EqualityComparer<T>.Default.Equals(old.Value, now.Value))
        {
            var order = rank?.Invoke(old.Value, now.Value) ?? 0;
            var impacts =
                order > 0 ? stronger
                : order < 0 ? weaker
                : Impacts.OnBoth;
            yield return Found(impacts, at, $"{what} is {Phrase.Of(now.Value)}, was {Phrase.Of(old.Value)}");
        }
    }

    private static Subject At<T>(Subject subject, Located<T>? old, Located<T>? now) =>
        subject with
        {
            Old = old?.Location ?? subject.Old,
            New = now?.Location ?? subject.New,
        };
}
