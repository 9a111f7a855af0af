import { useMessages } from '../../reader/messages.tsx';
import { useLens, useRecipe } from '../../reader/reader.ts';
import { Questions } from '../questions.tsx';
import { useHeardQuestion, useKeptQuestion } from './questions-3-exchanged.tsx';
import { useOrderQuestion } from './questions-3-order.tsx';
import { useNormQuestion, useRootQuestion, useSightQuestion } from './questions-3-passage.tsx';

/** What a position sees, what order, norm and root do, what residual and cache leave as it was. */
export default function StepThreeQuestions() {
  const words = useMessages('questions-3');
  const recipe = useRecipe();
  const name = useLens();
  const asked = [
    useOrderQuestion(words, recipe, name),
    useNormQuestion(words, recipe, name),
    useSightQuestion(words, recipe, name),
    useRootQuestion(words, recipe, name),
    useHeardQuestion(words, recipe, name),
    useKeptQuestion(words, recipe, name),
  ];
  const questions = asked.flatMap(({ question }) => (question ? [question] : []));
  const known = asked.every(({ question, settled }) => settled || question?.right != null);
  return (
    <Questions
      title={words.say('title', { count: questions.length })}
      caption={words.say('caption', { name })}
      questions={questions}
      about={JSON.stringify([recipe, name])}
      live={known && questions.length > 0}
      busy={!known}
      fault={asked.find(({ fault }) => fault)?.fault ?? null}
    />
  );
}
