using System.Collections.Immutable;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Client;

/// <summary>What is about to be played.</summary>
/// <param name="Specification">The contract.</param>
/// <param name="Scripts">Names of the scripts in order.</param>
/// <param name="Variables">Address and credentials by the names of the variables that a command gets them in; null when each
/// command gets its own.</param>
public sealed record ObservationStage(
    IntegrationSpecification Specification,
    ImmutableArray<string> Scripts,
    ImmutableDictionary<string, string>? Variables
);
