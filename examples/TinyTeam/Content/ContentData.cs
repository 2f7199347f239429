using SopAsCode;

namespace TinyTeam.Content;

/// <summary>A line of the content calendar that was approved.</summary>
/// <param name="Title">The working title.</param>
/// <param name="Reader">Who should read it, in one sentence.</param>
/// <param name="Question">The question that the reader comes with.</param>
/// <param name="PublishOn">The day it should appear.</param>
[Data(DataClass.Internal)]
public sealed record Topic(string Title, string Reader, string Question, DateOnly PublishOn);

/// <summary>What somebody said, and where.</summary>
/// <param name="Statement">In our words.</param>
/// <param name="Quote">The sentence of the source that carries it.</param>
/// <param name="Source">The address of the page.</param>
/// <param name="Year">When it was published.</param>
public sealed record SourcedStatement(string Statement, string Quote, string Source, int Year);

/// <summary>What is known on a topic, each with its source.</summary>
/// <param name="Statements">The statements.</param>
/// <param name="NotFound">What was looked for in vain.</param>
public sealed record Evidence(IReadOnlyList<SourcedStatement> Statements, IReadOnlyList<string> NotFound);

/// <summary>One page that a writer can start from.</summary>
/// <param name="Text">The brief.</param>
[Data(DataClass.Internal)]
public sealed record Brief(string Text);

/// <summary>The skeleton of an article.</summary>
/// <param name="Keywords">What readers type into a search box.</param>
/// <param name="Headings">The headings, in order.</param>
public sealed record Outline(IReadOnlyList<string> Keywords, IReadOnlyList<string> Headings);

/// <summary>A first version, not for readers.</summary>
/// <param name="Text">The text.</param>
/// <param name="ToCheck">Claims that the writer itself was not sure of.</param>
public sealed record Draft(string Text, IReadOnlyList<string> ToCheck);

/// <summary>The article as the editor leaves it.</summary>
/// <param name="Title">The title.</param>
/// <param name="Text">The text.</param>
/// <param name="Sources">The addresses of the sources.</param>
[Data(DataClass.Internal)]
public sealed record Article(string Title, string Text, IReadOnlyList<string> Sources);

/// <summary>The short texts around an article.</summary>
/// <param name="MetaDescription">At most 155 characters.</param>
/// <param name="SocialPosts">One for each network.</param>
/// <param name="NewsletterBlurb">Three sentences for the newsletter.</param>
public sealed record Promotion(string MetaDescription, IReadOnlyList<string> SocialPosts, string NewsletterBlurb);

/// <summary>Where the article will stand.</summary>
/// <param name="Address">The address of the page.</param>
[Data(DataClass.Internal)]
public sealed record PageAddress(string Address);
