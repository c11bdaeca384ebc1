using Conformance.Specification.Model;

namespace Conformance.Specification.Configuration;

/// <summary>Somebody's decision to accept for a while that a requirement is not met.</summary>
/// <param name="Requirement">Id of the requirement; <c>*</c> stands for any text, <c>?</c> for any character.</param>
/// <param name="Reason">Why it is accepted.</param>
/// <param name="Owner">Who answers for it.</param>
/// <param name="Expires">The last day on which it holds, by the run's clock in UTC.</param>
/// <param name="Location">Where it stands.</param>
public sealed record Waiver(string Requirement, string Reason, string Owner, DateOnly Expires, SourceLocation Location)
{
    /// <summary>Whether it holds no longer.</summary>
    /// <param name="today">The day, in UTC.</param>
    public bool HasExpired(DateOnly today) => today > Expires;
}
